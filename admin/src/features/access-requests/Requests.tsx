import { Flex } from '@strapi/design-system';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { Panelled } from '../../components/Panelled';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { Answering } from './Answering';
import { useRequests } from './api';
import { MyRequests } from './MyRequests';
import { RequestsTable } from './RequestsTable';

/** Requests for access: those that wait for one's answer, and one's own. */
export const Requests = () => (
  <Flex direction="column" alignItems="stretch" gap={6}>
    <ToAnswer />
    <MyRequests />
  </Flex>
);

/** Most members are never asked for anything: then nothing is said of it. */
const ToAnswer = () => {
  const t = useText();
  const query = useRequests(undefined, { refetchOnMountOrArgChange: true });
  if (query.data?.length === 0) return null;
  return (
    <Panelled title={t('requests.to-answer')}>
      <Resource query={query} isEmpty={() => false} empty={{ content: t('state.error') }}>
        {(requests: readonly AccessRequestInfo[]) => <RequestsTable caption={t('requests.to-answer')} requests={requests} isOfOthers actionsOf={(request) => <Answering request={request} />} />}
      </Resource>
    </Panelled>
  );
};
