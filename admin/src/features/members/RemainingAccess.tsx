import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RemainingInfo } from '../../../../contracts/http-remaining';
import { useText } from '../../hooks/useText';
import type { RemainingKind } from './api';

interface RemainingAccessProps {
  readonly remaining: RemainingInfo;
  /** What of it goes too. */
  readonly removing: readonly RemainingKind[];
  onChange(removing: readonly RemainingKind[]): void;
}

const countOf = ({ shares, coOwned, territories }: RemainingInfo): Readonly<Record<RemainingKind, number>> => ({ shares, coOwned, territories: territories.length });

/** What stays with a member when his role changes: each kind that can go has a box to tick. */
export const RemainingAccess = ({ remaining, removing, onChange }: RemainingAccessProps) => {
  const t = useText();
  const { formatList } = useIntl();
  const counts = countOf(remaining);
  const kinds = (Object.keys(counts) as RemainingKind[]).filter((kind) => counts[kind] > 0);
  const { grants, territories } = remaining;
  if (kinds.length === 0 && grants.length === 0) return null;
  return (
    <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={2} style={{ border: 0, padding: 0, margin: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" style={{ padding: 0, paddingBlockEnd: '0.8rem' }}>
        {t('members.remains')}
      </Typography>
      {kinds.map((kind) => (
        <Checkbox key={kind} checked={removing.includes(kind)} onCheckedChange={(checked) => onChange(checked === true ? [...removing, kind] : removing.filter((one) => one !== kind))}>
          {t(`members.remove.${kind}`, { count: counts[kind], territories: formatList(territories, { type: 'conjunction' }) })}
        </Checkbox>
      ))}
      {grants.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('members.remains-granted', { count: grants.length })}
        </Typography>
      )}
    </Flex>
  );
};
