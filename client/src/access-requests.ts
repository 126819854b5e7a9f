import type { AccessRequestInfo, AskForAccess, MyAccessRequests } from '../../contracts/http-access-requests';
import { dataOf, pathOf, type Send } from './http';

const at = (...more: readonly string[]): string => pathOf('access-requests', ...more);

/** Asking for a role or a record for a while, and granting it. */
export const accessRequestsOf = (send: Send) => ({
  accessRequests: {
    /** One's own, and what else could be asked for. */
    mine: () => send<MyAccessRequests>('GET', '/me/access-requests'),
    ask: (wanted: AskForAccess) => dataOf<AccessRequestInfo>(send('POST', '/me/access-requests', wanted)),
    withdraw: (request: string) => dataOf<AccessRequestInfo>(send('DELETE', `/me${at(request)}`)),
    /** Those that one may answer or end: of one's own records, or of the team that one manages. */
    list: () => dataOf<AccessRequestInfo[]>(send('GET', at())),
    approve: (request: string, answer: { endsAt?: string; note?: string } = {}) => dataOf<AccessRequestInfo>(send('POST', at(request, 'approve'), answer)),
    decline: (request: string, answer: { note?: string } = {}) => dataOf<AccessRequestInfo>(send('POST', at(request, 'decline'), answer)),
    /** Ends before its time what was granted. */
    revoke: (request: string) => dataOf<AccessRequestInfo>(send('DELETE', at(request))),
  },
});
