import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { usePersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';
import { FRESH, useOwners, type RecordRef } from './api';

/** Who owns the record that decides for this one. */
export const ThroughLine = ({ record, typeName }: { readonly record: RecordRef; readonly typeName: string }) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatList } = useIntl();
  const { data } = useOwners(record, FRESH);
  if (!data) return null;
  const { owner, coOwners } = data;
  return (
    <Typography>
      {owner ? t('record.through-owned-by', { owner: nameOf(owner), type: typeName }) : t('record.through-no-owner', { type: typeName })}
      {coOwners.length > 0 && ` ${t('record.helped-by', { people: formatList(coOwners.map(nameOf), { type: 'conjunction' }) })}`}
    </Typography>
  );
};
