import type { PlanRequest } from '../../../../contracts/http-rebalance';
import { listRecords, type Wanted } from '../../host/record-list';
import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { breathe } from '../../kernel/breathe';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import type { Predicate } from '../../kernel/predicate';
import { absentOwners, assignmentOf, planByRules, shareOut } from '../assignment';
import { booksOf, type Entry } from '../books';
import type { StagedMove } from './job';

type Filter = PlanRequest['filter'];

/** Where a record goes, and why. */
interface Goal {
  readonly record: string;
  readonly to: string | null;
  readonly source: StagedMove['source'];
  readonly rule: StagedMove['rule'];
  readonly reasons: StagedMove['reasons'];
}

export interface Staged {
  readonly examined: number;
  readonly moves: readonly StagedMove[];
}

const CHUNK = 1_000;

/** @throws RosterError NOT_FOUND naming the first record that is not there, or not seen */
const recordsOf = async (strapi: Strapi, type: string, filter: Filter, within: Predicate): Promise<string[]> => {
  const list = (owners: Wanted['owners']) => listRecords(strapi, type, { owners, within });
  if ('owner' in filter) return list([filter.owner]);
  if ('list' in filter) return list(filter.list === 'limbo' ? await absentOwners(strapi, type) : filter.list === 'unassigned' ? 'nobody' : 'anybody');
  const seen = new Set(await listRecords(strapi, type, { owners: 'anybody', within, among: filter.records }));
  const missing = filter.records.findIndex((record) => !seen.has(record));
  if (missing >= 0) throw new RosterError('NOT_FOUND', undefined, { path: `data.filter.records[${missing}]` });
  return [...new Set(filter.records)];
};

/** Owners whose records are given away whoever had chosen them: the one who leaves, and those who are gone. */
const leavingOf = async (strapi: Strapi, type: string, filter: Filter): Promise<ReadonlySet<string>> => {
  const gone = await absentOwners(strapi, type);
  return new Set('owner' in filter ? [filter.owner, ...gone] : 'list' in filter && filter.list === 'limbo' ? gone : []);
};

const goalsOf = async (strapi: Strapi, binding: Binding, { filter, by }: Pick<PlanRequest, 'filter' | 'by'>, records: readonly string[]): Promise<Goal[]> => {
  const plain = (record: string, to: string): Goal => ({ record, to, source: 'rebalance', rule: null, reasons: [] });
  if ('member' in by) return records.map((record) => plain(record, by.member));
  if ('members' in by) return (await shareOut(strapi, binding, records, by.members)).map(({ record, to }) => plain(record, to));
  const book = await assignmentOf(strapi).rulebooks(binding.type);
  const leaving = await leavingOf(strapi, binding.type, filter);
  const { moves } = await planByRules(strapi, { binding, book, records, leaving });
  return moves.map(({ record, to, cause }) => ({ record, to, source: cause.source, rule: cause.rule ?? null, reasons: cause.reasons ?? [] }));
};

/** What is needed to carry a goal out, and to take it back. */
const stage = ({ record, to, source, rule, reasons }: Goal, entries: readonly Entry[]): StagedMove => {
  const owner = entries.find(({ kind }) => kind === 'owner');
  const helped = entries.some(({ kind, member }) => kind === 'co-owner' && member === to);
  return { record, from: owner?.member ?? null, to, fromSource: owner?.source ?? null, fromRule: owner?.rule ?? null, helped, source, rule, reasons };
};

/** What is needed to carry goals out; records that are where they belong are left out. */
export const stageGoals = async (strapi: Strapi, type: string, goals: readonly Goal[]): Promise<StagedMove[]> => {
  const moves: StagedMove[] = [];
  for (let start = 0; start < goals.length; start += CHUNK) {
    const part = goals.slice(start, start + CHUNK);
    const entries = groupBy(await booksOf(strapi).entriesOf(type, part.map(({ record }) => record)), ({ record }) => record);
    moves.push(...part.map((goal) => stage(goal, entries.get(goal.record) ?? [])).filter(({ from, to }) => from !== to));
    await breathe();
  }
  return moves;
};

/**
 * Which of the records within these rows go from whom to whom, and why. Nothing is changed.
 * @throws RosterError NOT_FOUND naming the first record that is not there, or not seen
 */
export const planMoves = async (strapi: Strapi, binding: Binding, request: Pick<PlanRequest, 'filter' | 'by'>, within: Predicate): Promise<Staged> => {
  const records = await recordsOf(strapi, binding.type, request.filter, within);
  const goals = await goalsOf(strapi, binding, request, records);
  return { examined: records.length, moves: await stageGoals(strapi, binding.type, goals) };
};
