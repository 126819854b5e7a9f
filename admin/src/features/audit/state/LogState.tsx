import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { AuditState } from '../../../../../contracts/http-audit';
import { Disclosure } from '../../../components/Disclosure';
import { Notice } from '../../../components/Notice';
import { Resource } from '../../../components/Resource';
import { useText } from '../../../hooks/useText';
import { CheckButton } from './CheckButton';
import { CheckProgress } from './CheckProgress';
import { LastCheck } from './LastCheck';
import { LogKeys } from './LogKeys';
import { StreamsDisclosure } from '../streams/StreamsDisclosure';
import { ReviewNotice } from './ReviewNotice';
import { SealedLine } from './SealedLine';
import { useWatchedState } from './useWatchedState';

/** Whether the log can be trusted: what is sealed, what the last check found, and whether somebody has read it. */
export const LogState = () => {
  const t = useText();
  const query = useWatchedState();
  return (
    <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
      {({ data }: AuditState) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {data.lastCheck?.isSound === false && <Notice kind="danger">{t('audit.state.unsound')}</Notice>}
          {data.review.isDue && <ReviewNotice last={data.review.last} />}
          <State state={data} />
        </Flex>
      )}
    </Resource>
  );
};

const State = ({ state }: { readonly state: AuditState['data'] }) => {
  const t = useText();
  const heading = useId();
  return (
    <Box tag="section" aria-labelledby={heading} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <div>
            <Typography id={heading} variant="delta" tag="h2">
              {t('audit.state.title')}
            </Typography>
            <SealedLine state={state} />
          </div>
          <CheckButton isChecking={state.checking !== null} />
        </Flex>
        {/* Said aloud when a check has ended. */}
        <div role="status">
          <LastCheck lastCheck={state.lastCheck} failedCheck={state.failedCheck} />
        </div>
        {state.checking && <CheckProgress {...state.checking} />}
        <Disclosure summary={t('audit.keys.title')}>
          <LogKeys state={state} />
        </Disclosure>
        <StreamsDisclosure />
      </Flex>
    </Box>
  );
};
