import type { AccessRequestStatus } from '../../../../contracts/http-access-requests';
import type { AccessRequest } from './access-requests.repository';

/** What nobody has answered for so long is over. */
export const EXPIRES_MS = 30 * 24 * 3_600_000;

/** How a request stands at a moment. */
export const statusAt = ({ status, createdAt, endsAt }: Pick<AccessRequest, 'status' | 'createdAt' | 'endsAt'>, now: Date): AccessRequestStatus => {
  const isUnanswered = status === 'open' && new Date(createdAt).getTime() < now.getTime() - EXPIRES_MS;
  const isEnded = status === 'approved' && new Date(endsAt) <= now;
  return isUnanswered || isEnded ? 'over' : status;
};
