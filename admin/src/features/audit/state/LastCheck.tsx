import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditState } from '../../../../../contracts/http-audit';
import { Remark } from '../../../components/Remark';
import { StateBadge } from '../../../components/StateBadge';
import { useAgo } from '../../../hooks/useAgo';
import { useName, useText } from '../../../hooks/useText';

type Checks = Pick<AuditState['data'], 'lastCheck' | 'failedCheck'>;

/** When the whole log was checked, by whom, and what was found; and that a check since has found nothing out. */
export const LastCheck = ({ lastCheck, failedCheck }: Checks) => {
  const t = useText();
  const ago = useAgo();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {failedCheck && <Remark kind="warning">{t('audit.state.check-failed', { ago: ago(failedCheck.at), reason: failedCheck.reason })}</Remark>}
      <Found check={lastCheck} />
    </Flex>
  );
};

const Found = ({ check }: { readonly check: Checks['lastCheck'] }) => {
  const t = useText();
  const ago = useAgo();
  const { formatDate } = useIntl();
  if (check === null) return <Typography>{t('audit.state.never-checked')}</Typography>;
  const { at, by, isSound, entries, faults } = check;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <Typography tag="time" dateTime={at} title={formatDate(at, { dateStyle: 'full', timeStyle: 'medium' })}>
          {by === null ? t('audit.state.last-check', { ago: ago(at) }) : t('audit.state.last-check-by', { ago: ago(at), name: by })}
        </Typography>
        <StateBadge tone={isSound ? 'success' : 'danger'}>{t(isSound ? 'audit.state.sound' : 'audit.state.not-sound')}</StateBadge>
        <Typography textColor="neutral600">{t('audit.state.checked', { count: entries })}</Typography>
      </Flex>
      {!isSound && <Faults faults={faults} />}
    </Flex>
  );
};

const Faults = ({ faults }: { readonly faults: Readonly<Record<string, number>> }) => {
  const t = useText();
  const name = useName();
  return (
    <Box tag="ul" aria-label={t('audit.state.faults')} paddingLeft={4} style={{ listStyle: 'disc' }}>
      {Object.entries(faults).map(([kind, count]) => (
        <li key={kind}>
          <Typography>{t('audit.state.fault', { fault: name('audit.fault', kind), count })}</Typography>
        </li>
      ))}
    </Box>
  );
};
