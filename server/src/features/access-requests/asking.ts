import { createHash } from 'node:crypto';
import type { AskForAccess } from '../../../../contracts/http-access-requests';
import { afterAnswer } from '../../host/after-answer';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { auditActor, type MemberActor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { accessOf } from '../access';
import { limitsOf } from '../sessions';
import type { AccessRequestsRepository, Wanted } from './access-requests.repository';
import { EXPIRES_MS } from './expiry';
import type { AccessRequestMails } from './mails';
import { shareableWith } from './shareable';
import { seenBy } from './sight';

const wantedIn = ({ wanted }: AskForAccess): Wanted => ('role' in wanted ? { role: wanted.role, type: null, record: null } : { role: null, type: wanted.type, record: wanted.record });

const pendingKey = (member: string, { role, type, record }: Wanted): string => createHash('sha256').update(JSON.stringify([member, role, type, record])).digest('hex');

/** Asking for what one has not. */
export const createAsking = (strapi: Strapi, repository: AccessRequestsRepository, mails: AccessRequestMails) => {
  /** The roles that would give a member anything: live custom ones decide alone, so that a standard one beside them counts for nothing. */
  const askableRoles = async ({ reach }: MemberActor): Promise<string[]> => {
    const { roles } = await accessOf(strapi).snapshot();
    const has = new Set(reach.roles.map(({ key }) => key));
    const isCustom = [...has].some((key) => roles.get(key)?.kind === 'custom');
    return [...roles].filter(([key, { kind }]) => !has.has(key) && (!isCustom || kind === 'custom')).map(([key]) => key);
  };

  const assertRole = async (actor: MemberActor, role: string): Promise<void> => {
    await accessOf(strapi).assertRole(role, 'data.wanted.role');
    if (actor.reach.roles.some(({ key }) => key === role)) throw new RosterError('ALREADY_ALLOWED', undefined, { path: 'data.wanted.role' });
    if (!(await askableRoles(actor)).includes(role)) throw new RosterError('VALIDATION_FAILED', 'Beside a custom role a standard one counts for nothing.', { path: 'data.wanted.role' });
  };

  /** Whether the record is there is told to nobody who does not see it: a request for one that is not is seen by nobody, and lapses. */
  const assertRecord = async (actor: MemberActor, wanted: Wanted & { readonly type: string }): Promise<void> => {
    if (!shareableWith(strapi, actor).includes(wanted.type)) throw new RosterError('UNKNOWN_TYPE', 'No record of this type can be shared with you.', { path: 'data.wanted.type' });
    const isSeen = await seenBy(strapi, actor, [wanted]);
    if (isSeen(wanted)) throw new RosterError('ALREADY_ALLOWED', undefined, { path: 'data.wanted.record' });
  };

  const insert = (actor: MemberActor, wanted: Wanted, { reason, endsAt }: { readonly reason: string; readonly endsAt: Date }): Promise<string> => {
    const { documentId: member } = actor.member;
    const pending = pendingKey(member, wanted);
    return transaction(strapi, async () => {
      await repository.giveUp(pending, new Date(clockPort.of(strapi)().getTime() - EXPIRES_MS));
      const request = await repository.insert({ ...wanted, member, reason, endsAt, pending });
      const { role, type, record } = wanted;
      const asked = role === null ? { type, record } : { role };
      await recordPort.of(strapi)({ action: 'access.requested', actor: auditActor(actor), target: { type: 'member', id: member }, details: { request, ...asked, endsAt: endsAt.toISOString() } });
      return request;
    });
  };

  return {
    askableRoles,

    /** documentId of the request. @throws RosterError ALREADY_ASKED, ALREADY_ALLOWED, UNKNOWN_ROLE, UNKNOWN_TYPE, VALIDATION_FAILED, RATE_LIMITED */
    async ask(actor: MemberActor, asked: AskForAccess): Promise<string> {
      const wanted = wantedIn(asked);
      const endsAt = new Date(asked.endsAt);
      if (endsAt <= clockPort.of(strapi)()) throw new RosterError('VALIDATION_FAILED', 'Access ends in the future.', { path: 'data.endsAt' });
      await (wanted.role === null ? assertRecord(actor, wanted) : assertRole(actor, wanted.role));
      await limitsOf(strapi).take('mail', { account: actor.member.documentId });
      const request = await asSystem(() => asConflict(() => insert(actor, wanted, { reason: asked.reason, endsAt }))).catch((error: unknown) => {
        throw error instanceof RosterError && error.code === 'CONFLICT' ? new RosterError('ALREADY_ASKED') : error;
      });
      afterAnswer(strapi, () => mails.tellOfAsking(request));
      return request;
    },
  };
};
