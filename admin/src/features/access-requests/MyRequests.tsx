import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { AccessRequestInfo, MyAccessRequests } from '../../../../contracts/http-access-requests';
import { Panelled } from '../../components/Panelled';
import { Resource } from '../../components/Resource';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useMyRequests, useWithdraw } from './api';
import { AskDialog } from './AskDialog';
import { RequestsTable } from './RequestsTable';
import { useWanted } from './useWanted';

const FRESH = { refetchOnMountOrArgChange: true };

/** What one has asked for, and asking for more. */
export const MyRequests = () => {
  const t = useText();
  const query = useMyRequests(undefined, FRESH);
  const [isAsking, setAsking] = useState(false);
  const ask = (
    <Button disabled={query.data === undefined} onClick={() => setAsking(true)}>
      {t('requests.ask')}
    </Button>
  );
  return (
    <Panelled title={t('requests.mine')} action={ask}>
      <Resource query={query} isEmpty={({ data }: MyAccessRequests) => data.length === 0} empty={{ content: t('requests.mine-empty') }}>
        {({ data }: MyAccessRequests) => <RequestsTable caption={t('requests.mine')} requests={data} isOfOthers={false} actionsOf={(request) => request.status === 'open' && <Withdraw request={request} />} />}
      </Resource>
      {isAsking && query.data && <AskDialog choices={query.data.meta} onClose={() => setAsking(false)} />}
    </Panelled>
  );
};

const Withdraw = ({ request }: { readonly request: AccessRequestInfo }) => {
  const t = useText();
  const change = useChange();
  const wanted = useWanted()(request);
  const [withdraw, { isLoading }] = useWithdraw();
  return (
    <Flex>
      <Button size="S" variant="tertiary" loading={isLoading} aria-label={t('requests.withdraw-of', { wanted })} onClick={() => void change(() => withdraw(request.documentId).unwrap(), t('requests.withdrawn'))}>
        {t('requests.withdraw')}
      </Button>
    </Flex>
  );
};
