import { Button, Flex, Typography } from '@strapi/design-system';
import type { SessionInfo } from '../../../../contracts/http-sessions';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { useEndSession, useEndSessions, useSessions, type Whose } from './api';
import { SessionsTable } from './SessionsTable';
import { useSensitive } from './useSensitive';

interface SessionsProps {
  readonly whose: Whose;
  readonly caption: string;
}

const FRESH = { refetchOnMountOrArgChange: true };

/** Where somebody is signed in, at the panel and at apps: one's own sessions, or a member's. */
export const Sessions = ({ whose, caption }: SessionsProps) => {
  const t = useText();
  const { change, dialog } = useSensitive();
  const [end] = useEndSession();
  const [endAll, { isLoading }] = useEndSessions();
  const query = useSessions(whose, FRESH);
  const endOne = ({ id }: SessionInfo) => void change(() => end({ whose, session: id }).unwrap(), t('sessions.ended'));
  return (
    <>
      <Resource query={query} isEmpty={(sessions) => sessions.length === 0} empty={{ content: t('sessions.empty') }}>
        {(sessions) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <SessionsTable caption={caption} sessions={sessions} onEnd={endOne} />
            <Flex justifyContent="space-between" gap={4}>
              <Typography variant="pi" textColor="neutral600">
                {t('sessions.hint')}
              </Typography>
              <Button variant="danger-light" loading={isLoading} onClick={() => void change(() => endAll(whose).unwrap(), t('sessions.all-ended'))}>
                {t(whose === 'me' ? 'sessions.end-others' : 'sessions.end-all')}
              </Button>
            </Flex>
          </Flex>
        )}
      </Resource>
      {dialog}
    </>
  );
};
