import type { Availability as Request } from '../../../../contracts/http-availability';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import { membersOf } from '../members';
import { createAvailabilityRepository } from './availability.repository';

const momentOf = (value: string | null): Date | null => (value === null ? null : new Date(value));

/**
 * Says how much a member takes from rotations, and when nothing.
 * @throws RosterError UNKNOWN_MEMBER; VALIDATION_FAILED for an absence that ends before it begins
 */
export const setAvailability = (strapi: Strapi, member: string, request: Request, by: AuditActor): Promise<void> => {
  const [awayFrom, awayUntil] = [momentOf(request.awayFrom), momentOf(request.awayUntil)];
  if (awayFrom && awayUntil && awayUntil <= awayFrom) throw new RosterError('VALIDATION_FAILED', 'It would end before it begins.', { path: 'data.awayUntil' });
  return asSystem(() =>
    transaction(strapi, async () => {
      if (!(await membersOf(strapi).find(member))) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
      const { weight, capacity } = request;
      await createAvailabilityRepository(strapi).put(member, { weight, capacity, awayFrom, awayUntil });
      await recordPort.of(strapi)({ action: 'member.availability-changed', actor: by, target: { type: 'member', id: member }, details: { ...request } });
    }),
  );
};
