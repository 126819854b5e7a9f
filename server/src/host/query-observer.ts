import { inSameFrame, isOnTrial, isUnobserved, onTrial, unobserved } from '../kernel/frame';
import { afterAnswer } from './after-answer';
import type { Join, QueryBuilder } from './gate';
import type { Strapi } from './strapi';

type Row = Readonly<Record<string, unknown>>;
type State = QueryBuilder['state'] & Record<string, unknown>;

interface Executable extends QueryBuilder {
  execute(options?: object): Promise<unknown>;
}

/** What is watched, for the actor whose request the running code serves. */
export interface Watch {
  isObserved(uid: string): boolean;
  /** Records of a query's answer that enforcement would take away, or by how much it would make a count smaller. */
  missing(uid: string, lost: { readonly records?: readonly (string | number)[]; readonly fewer?: number }): void;
}

const keyOf = (row: Row): string | number => (row['document_id'] ?? row['documentId'] ?? row['id']) as string | number;

const copyOf = (state: State): State =>
  Object.fromEntries(Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? [...(value as unknown[])] : value])) as State;

/**
 * Asks every query on an observed type, and every query that joins one, a second time as if it were
 * enforced, and compares once the answer has left. The first answer is what the caller gets.
 */
export const observeQueries = (strapi: Strapi, watch: Watch): void => {
  const manager = strapi.db.entityManager as unknown as { createQueryBuilder(uid: string): Executable };
  const create = manager.createQueryBuilder;
  const uidOfTable = new Map([...(strapi.db.metadata as unknown as Map<string, { tableName: string }>)].map(([uid, { tableName }]) => [tableName, uid]));

  /** The same query, from before it was processed, narrowed to rows that were found. */
  const again = (uid: string, before: State, narrowTo?: readonly unknown[]): Executable => {
    const twin = create.call(manager, uid);
    Object.assign(twin.state, before, { populate: null, orderBy: [], limit: null, offset: null, processed: false });
    if (narrowTo) Object.assign(twin.state, { select: ['id'], first: false, where: [...before.where, { id: { $in: [...narrowTo] } }] });
    return twin;
  };

  const idsOf = async (query: Executable): Promise<Set<unknown>> => new Set(((await query.execute({ mapResults: false })) as Row[]).map((row) => row['id']));

  /** Which of the rows that were found enforcement would have kept back. What is gone by now was not. */
  const compareRows = async (uid: string, before: State, found: readonly Row[]): Promise<{ records: (string | number)[] }> => {
    const rows = found.filter((row) => row['id'] !== undefined);
    if (rows.length === 0) return { records: [] };
    const kept = await onTrial(() => idsOf(again(uid, before, rows.map((row) => row['id']))));
    const lost = rows.filter((row) => !kept.has(row['id']));
    if (lost.length === 0) return { records: [] };
    const there = await idsOf(again(uid, before, lost.map((row) => row['id'])));
    return { records: lost.filter((row) => there.has(row['id'])).map(keyOf) };
  };

  const countOf = async (query: Executable): Promise<number> => Number(((await query.execute()) as { count?: unknown } | null)?.count ?? 0);

  const compareCount = async (uid: string, before: State, counted: number): Promise<{ fewer: number }> => {
    const kept = await onTrial(() => countOf(again(uid, before)));
    return { fewer: counted > kept ? (await countOf(again(uid, before))) - kept : 0 };
  };

  const compare = async (uid: string, before: State, answer: unknown) =>
    before.type === 'count'
      ? compareCount(uid, before, Number((answer as { count?: unknown } | null)?.count ?? 0))
      : compareRows(uid, before, [answer ?? []].flat() as Row[]);

  /** The host's answer stands, whatever becomes of the comparison. */
  const watchAnswer = async (uid: string, before: State, { answer, observed }: { answer: unknown; observed: string }): Promise<void> => {
    try {
      const lost: { records?: (string | number)[]; fewer?: number } = await unobserved(() => compare(uid, before, answer));
      if ((lost.records?.length ?? 0) > 0 || (lost.fewer ?? 0) > 0) watch.missing(observed, lost);
    } catch (error) {
      strapi.log.warn(`roster: a query on ${uid} could not be compared: ${(error as Error).message}`);
    }
  };

  const observedIn = (uid: string, joins: readonly Join[]): string | undefined =>
    [uid, ...joins.map(({ referencedTable }) => uidOfTable.get(referencedTable) ?? '')].find((type) => watch.isObserved(type));

  /** A transaction is over when the answer has left: who acted is remembered, what he acted in is not. */
  const noteAnswer = (uid: string, { state }: QueryBuilder, { before, running }: { before: State; running: Promise<unknown> }): void => {
    const asNow = inSameFrame();
    const note = (answer: unknown): void => {
      const observed = observedIn(uid, state.joins);
      if (observed !== undefined) afterAnswer(strapi, () => asNow(() => watchAnswer(uid, before, { answer, observed })));
    };
    // That the query failed is the host's affair.
    running.then(note, () => undefined);
  };

  const isWatched = ({ state }: QueryBuilder): boolean => (state.type === 'select' || state.type === 'count') && !isOnTrial() && !isUnobserved();

  manager.createQueryBuilder = function observedCreateQueryBuilder(uid) {
    const builder = create.call(this, uid);
    const execute = builder.execute;
    builder.execute = function observedExecute(this: Executable, options) {
      const before = isWatched(this) && !this.state.processed ? copyOf(this.state as State) : undefined;
      const running = execute.call(this, options);
      if (before) noteAnswer(uid, this, { before, running });
      // The host's own promise, and not one that ends later: it sends several queries at a time and answers in the order of their ends.
      return running;
    };
    return builder;
  };
};
