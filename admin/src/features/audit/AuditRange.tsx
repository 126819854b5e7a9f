import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditEntryInfo } from '../../../../contracts/http-audit';
import { useText } from '../../hooks/useText';

/** Which part of the log is on the screen; said aloud when another one has come. */
export const AuditRange = ({ entries }: { readonly entries: readonly AuditEntryInfo[] }) => {
  const t = useText();
  const { formatDate } = useIntl();
  const time = (entry: AuditEntryInfo | undefined) => formatDate(entry?.occurredAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Typography textColor="neutral600" role="status">
      {t('audit.range', { newest: time(entries[0]), oldest: time(entries.at(-1)) })}
    </Typography>
  );
};
