import { holdingRecord } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import { accessOf } from '../access';
import { membersOf } from '../members';
import type { BooksRepository } from './books.repository';
import { createSharesRepository, type Share } from './shares.repository';

interface Shared {
  readonly type: string;
  readonly record: string;
  readonly member: string;
}

const isOver = ({ endsAt }: Share, now: Date): boolean => endsAt !== null && new Date(endsAt) <= now;

/** Records that are shown to members besides those of their book: to view and nothing else, and for a time if one says so. */
export const createShares = (strapi: Strapi, books: BooksRepository) => {
  const repository = createSharesRepository(strapi);
  const now = (): Date => clockPort.of(strapi)();

  const assertShareable = (type: string): void => {
    if (accessOf(strapi).registry.bindings.get(type)?.kind !== 'record') throw new RosterError('UNKNOWN_TYPE', `Records of "${type}" are not shared.`, { path: 'type' });
  };

  const assertActive = async (documentId: string): Promise<void> => {
    const member = await membersOf(strapi).find(documentId);
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
    if (member.status !== 'active') throw new RosterError('VALIDATION_FAILED', 'The member is not active.', { path: 'member' });
  };

  /** As the system: whether the caller may is for the door to ask before. */
  const changing = ({ type, record }: Shared, work: () => Promise<void>): Promise<Share[]> => {
    assertShareable(type);
    return asSystem(() =>
      transaction(strapi, () =>
        holdingRecord(strapi, { uid: type, documentId: record }, async () => {
          if (!(await books.exists(type, record))) throw new RosterError('NOT_FOUND');
          await work();
          return repository.of(type, record, now());
        }),
      ),
    );
  };

  return {
    /** How many records of a type a member is shown. */
    countOf: (type: string, member: string): Promise<number> => repository.countOf(type, member, now()),

    assertShareable,

    of: (type: string, record: string): Promise<Share[]> => asSystem(() => repository.of(type, record, now())),

    with: (member: string) => asSystem(() => repository.with(member, now())),

    share: (shared: Shared, endsAt: Date | null, by: AuditActor) =>
      changing(shared, async () => {
        const { type, record, member } = shared;
        const end = endsAt?.toISOString() ?? null;
        if (endsAt && !(endsAt > now())) throw new RosterError('VALIDATION_FAILED', 'A share ends in the future.', { path: 'endsAt' });
        await assertActive(member);
        const known = await repository.find(type, record, member);
        if (known?.endsAt === end) return;
        if (known) await repository.setEnd(known.id, end);
        else await repository.insert(type, record, { member, endsAt: end });
        await recordPort.of(strapi)({ action: 'record.shared', actor: by, target: { type, id: record }, details: { member, endsAt: end } });
      }),

    unshare: (shared: Shared, by: AuditActor) =>
      changing(shared, async () => {
        const { type, record, member } = shared;
        const known = await repository.find(type, record, member);
        if (!known) return;
        await repository.remove(known.id);
        // One that was over gave nothing that could be taken away.
        if (!isOver(known, now())) await recordPort.of(strapi)({ action: 'record.unshared', actor: by, target: { type, id: record }, details: { member } });
      }),
  };
};
