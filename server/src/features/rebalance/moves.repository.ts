import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';
import type { Reason, Source } from '../books';
import type { StagedMove } from './job';

const MOVE = own('move');

interface Stored {
  readonly record: string;
  readonly fromMember: string | null;
  readonly toMember: string | null;
  readonly fromSource: Source | null;
  readonly fromRule: string | null;
  readonly helped: boolean;
  readonly source: Source;
  readonly rule: string | null;
  readonly ruleName: string | null;
  readonly reasons: string | null;
}

const toMove = ({ record, fromMember, toMember, fromSource, fromRule, helped, source, rule, ruleName, reasons }: Stored): StagedMove => ({
  record,
  from: fromMember,
  to: toMember,
  fromSource,
  fromRule,
  helped: Boolean(helped),
  source,
  rule: rule === null ? null : { documentId: rule, name: ruleName ?? rule },
  reasons: reasons === null ? [] : (JSON.parse(reasons) as Reason[]),
});

const toRow = (job: string, position: number, { record, from, to, fromSource, fromRule, helped, source, rule, reasons }: StagedMove) => ({
  documentId: createDocumentId(),
  job,
  position,
  record,
  fromMember: from,
  toMember: to,
  fromSource,
  fromRule,
  helped,
  source,
  rule: rule?.documentId ?? null,
  ruleName: rule?.name ?? null,
  reasons: reasons.length > 0 ? JSON.stringify(reasons) : null,
});

/** The records of a job, in their order. */
export const createStagedMoves = (strapi: Strapi) => {
  const moves = () => strapi.db.query(MOVE);
  const list = async (where: object, limit: number, offset = 0): Promise<StagedMove[]> =>
    ((await moves().findMany({ where: where as never, orderBy: { position: 'asc' }, offset, limit })) as unknown as Stored[]).map(toMove);

  return {
    insert: (job: string, staged: readonly StagedMove[], from = 0) => insertRows(strapi, MOVE, staged.map((move, index) => toRow(job, from + index, move))),
    async remove(list: readonly string[]): Promise<void> {
      await moves().deleteMany({ where: { job: { $in: [...list] } } });
    },
    /** The next ones from a position on. */
    from: (job: string, position: number, limit: number) => list({ job, position: { $gte: position } }, limit),
    /** The first records of a job that go to a member. */
    firstTo: async (job: string, member: string, limit: number): Promise<string[]> => (await list({ job, toMember: member }, limit)).map(({ record }) => record),
    page: (job: string, { offset, limit }: { offset: number; limit: number }) => list({ job }, limit, offset),
  };
};

export type StagedMoves = ReturnType<typeof createStagedMoves>;
