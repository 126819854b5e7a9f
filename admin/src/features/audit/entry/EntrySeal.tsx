import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditEntryDetail } from '../../../../../contracts/http-audit';
import { Copyable } from '../../../components/Copyable';
import { StateBadge } from '../../../components/StateBadge';
import { useText } from '../../../hooks/useText';
import { EntrySection } from './EntrySection';

/** Where the entry stands in the sealed log, and how that is shown to somebody who does not trust the site. */
export const EntrySeal = ({ entry: { eventId, place, isSound } }: { readonly entry: AuditEntryDetail['data'] }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  return (
    <EntrySection title={t('audit.entry.seal')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2} wrap="wrap">
          <StateBadge tone={isSound ? 'success' : 'danger'}>{t(isSound ? 'audit.state.sound' : 'audit.state.not-sound')}</StateBadge>
          <Typography>{place === null ? t('audit.entry.waiting') : t('audit.entry.place', { place: formatNumber(place) })}</Typography>
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {t('audit.entry.id')}
        </Typography>
        <Copyable label={t('audit.entry.id')}>{eventId}</Copyable>
        <Typography variant="pi" textColor="neutral600">
          {t('audit.entry.prove-hint')}
        </Typography>
        <Copyable label={t('audit.entry.prove')}>{`npx roster prove ${eventId}`}</Copyable>
      </Flex>
    </EntrySection>
  );
};
