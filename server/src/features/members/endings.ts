import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { clockPort } from '../../kernel/clock';
import { recordPort } from '../../kernel/record';
import type { Grant } from './members.repository';

interface Ending extends Grant {
  readonly id: number;
  readonly endsAt: Date | string;
}

/** Grants that one look takes; the next takes the rest. */
const MOST = 200;

/** Grants that end. That they do is decided at each request; what is to be told of it is told once, whichever node is first. */
export const createEndings = (strapi: Strapi) => {
  const grants = () => strapi.db.query(own('grant'));
  const now = (): Date => clockPort.of(strapi)();
  const among = (where: object) => grants().findMany({ where: where as never, orderBy: { id: 'asc' }, limit: MOST }) as Promise<Ending[]>;

  /** Writes the moment where there is none yet: of several who do, one has done it. */
  const isFirst = async (id: number, column: 'remindedAt' | 'endedAt'): Promise<boolean> =>
    (await grants().updateMany({ where: { id, [column]: { $null: true } } as never, data: { [column]: now() } as never })).count === 1;

  return {
    /** Tells the log of grants that have ended since the last look. */
    async noteEnded(): Promise<void> {
      for (const { id, member, role, source, endsAt } of await among({ endsAt: { $lte: now() }, endedAt: { $null: true } })) {
        await transaction(strapi, async () => {
          if (!(await isFirst(id, 'endedAt'))) return;
          const details = { role, source, endsAt: new Date(endsAt).toISOString() };
          await recordPort.of(strapi)({ action: 'member.role-ended', actor: { kind: 'system' }, target: { type: 'member', id: member }, details });
        });
      }
    },

    /** Grants that end before a moment and whose holders have not been told: each is handed out once. */
    async takeReminders(before: Date): Promise<Grant[]> {
      const taken: Grant[] = [];
      for (const grant of await among({ endsAt: { $gt: now(), $lte: before }, remindedAt: { $null: true } })) if (await isFirst(grant.id, 'remindedAt')) taken.push(grant);
      return taken;
    },

    /** Grants that end before a moment, the next first. */
    endingBefore: (before: Date): Promise<Grant[]> => grants().findMany({ where: { endsAt: { $gt: now(), $lte: before } } as never, orderBy: { endsAt: 'asc' } }) as Promise<Grant[]>,
  };
};
