import { Flex } from '@strapi/design-system';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { Panelled } from '../../components/Panelled';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { Answering } from './Answering';
import { useRequests } from './api';
import { MyRequests } from './MyRequests';
import { RequestsTable } from './RequestsTable';

const FRESH = { refetchOnMountOrArgChange: true };

/** Requests for access: those that wait for one's answer, and one's own. */
export const Requests = () => {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panelled title={t('requests.to-answer')}>
        <Resource query={useRequests(undefined, FRESH)} isEmpty={(requests: readonly AccessRequestInfo[]) => requests.length === 0} empty={{ content: t('requests.to-answer-empty') }}>
          {(requests: readonly AccessRequestInfo[]) => <RequestsTable caption={t('requests.to-answer')} requests={requests} isOfOthers actionsOf={(request) => <Answering request={request} />} />}
        </Resource>
      </Panelled>
      <MyRequests />
    </Flex>
  );
};
