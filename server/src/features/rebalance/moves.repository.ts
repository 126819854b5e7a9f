import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { createDocumentId } from '../../kernel/ids';
import type { Reason, Source } from '../books';
import type { StagedMove } from './job';

const MOVE = own('move');

/** Moves a row. Rows of jobs that were planned before hold as many: whoever changes it reads those too. */
const MOVES_A_ROW = 800;

/** A row from before there were lists: one move, in columns. */
interface SingleMove {
  readonly list: null;
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

type Stored = { readonly position: number } & (SingleMove | { readonly list: string });

const single = ({ record, fromMember, toMember, fromSource, fromRule, helped, source, rule, ruleName, reasons }: SingleMove): StagedMove => ({
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

const movesIn = (row: Stored): readonly StagedMove[] => (row.list === null ? [single(row)] : (JSON.parse(row.list) as StagedMove[]));

/** The records of a job, in their order. */
export const createStagedMoves = (strapi: Strapi) => {
  const rows = () => strapi.db.query(MOVE);

  /** So many moves of a job from a position on. */
  const from = async (job: string, position: number, limit: number): Promise<StagedMove[]> => {
    const where = { job, position: { $gt: position - MOVES_A_ROW, $lt: position + limit } };
    const found = (await rows().findMany({ where: where as never, orderBy: { position: 'asc' } })) as unknown as Stored[];
    return found.flatMap((row) => movesIn(row).slice(Math.max(0, position - row.position), Math.max(0, position + limit - row.position)));
  };

  return {
    from,

    async insert(job: string, staged: readonly StagedMove[]): Promise<void> {
      for (let position = 0; position < staged.length; position += MOVES_A_ROW) {
        const list = JSON.stringify(staged.slice(position, position + MOVES_A_ROW));
        await insertRows(strapi, MOVE, [{ documentId: createDocumentId(), job, position, list }]);
        await breathe();
      }
    },

    async remove(jobs: readonly string[]): Promise<void> {
      await rows().deleteMany({ where: { job: { $in: [...jobs] } } });
    },

    /** So many of a job from the first on, part by part: they need not fit into memory, and others are served between. */
    async *parts(job: string, total: number): AsyncGenerator<readonly StagedMove[]> {
      for (let position = 0; position < total; position += MOVES_A_ROW) {
        yield from(job, position, Math.min(MOVES_A_ROW, total - position));
        await breathe();
      }
    },
  };
};

export type StagedMoves = ReturnType<typeof createStagedMoves>;
