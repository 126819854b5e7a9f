import { useEffect, useRef, useState } from 'react';
import type { AuditState } from '../../../../../contracts/http-audit';
import { useAuditState, useRefreshAudit } from '../api';

type State = AuditState['data'];

const WHILE_CHECKING = 1_000;

/** Entries are sealed within seconds. Where some wait, one looks whether they still do. */
const WHILE_WAITING = 5_000;

const intervalOf = (state: State | undefined): number => {
  if (state?.checking) return WHILE_CHECKING;
  return state && state.waiting > 0 ? WHILE_WAITING : 0;
};

/** How the log is doing, asked anew as long as something is going on. The end of a check is an entry: it brings the page up to date. */
export const useWatchedState = () => {
  const [pollingInterval, setPolling] = useState(0);
  const query = useAuditState(undefined, { refetchOnMountOrArgChange: true, pollingInterval });
  const [refresh] = useRefreshAudit();
  const state = query.data?.data;
  useEffect(() => setPolling(intervalOf(state)), [state]);

  const seen = useRef<string>();
  const checkedAt = state && [state.lastCheck, state.failedCheck].map((check) => check?.at ?? '').join();
  useEffect(() => {
    if (checkedAt === undefined) return;
    if (seen.current !== undefined && seen.current !== checkedAt) void refresh();
    seen.current = checkedAt;
  }, [checkedAt, refresh]);
  return query;
};
