import { Typography } from '@strapi/design-system';
import type { AuditEntryDetail } from '../../../../../contracts/http-audit';
import { Term } from '../../../components/Term';
import { useName, useText } from '../../../hooks/useText';

/** From where somebody came, as long as it is kept. What the system did by itself came from nowhere. */
export const PersonalTerms = ({ personal, isForgotten }: Pick<AuditEntryDetail['data'], 'personal' | 'isForgotten'>) => {
  const t = useText();
  const name = useName();
  if (isForgotten) {
    return (
      <Term label={t('audit.entry.personal')}>
        <Typography textColor="neutral600">{t('audit.entry.forgotten')}</Typography>
      </Term>
    );
  }
  return Object.entries(personal ?? {}).map(([key, value]) => (
    <Term key={key} label={name('audit.personal', key)}>
      <Typography>{value}</Typography>
    </Term>
  ));
};
