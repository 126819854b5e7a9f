import { recordValues, type RecordValues } from '../../host/record-values';
import { titleFieldOf } from '../../host/content-types';
import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { clockPort } from '../../kernel/clock';
import { booksOf, type Cause, type Entry } from '../books';
import { decideFor, reasonsOf, type World } from './deciding';
import { readPool, type Pool } from './pool';
import type { Rulebook } from './rulebook';
import { createRehearsal } from './turns';

/** A move that would be carried out, with its reason. */
export interface Planned {
  readonly record: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly cause: Cause;
}

export interface Plan {
  readonly examined: number;
  readonly waiting: number;
  readonly moves: readonly Planned[];
}

/** Records at a time: enough for few statements, and the event loop is free between them. */
const CHUNK = 500;

interface Planning {
  readonly binding: Binding;
  readonly book: Rulebook;
  readonly records: readonly string[];
  /** Owners that count as gone: their records are given away whoever chose them. */
  readonly leaving?: ReadonlySet<string>;
}

/** Goes through records as the rules would, and changes nothing: turns are rehearsed, and what is given counts at once. */
export const planByRules = async (strapi: Strapi, { binding, book, records, leaving = new Set() }: Planning): Promise<Plan> => {
  const { type, territory, value } = binding;
  const pool = await readPool(strapi, type, value);
  const people = new Map([...pool.people].filter(([member]) => !leaving.has(member)));
  const world: World = { now: clockPort.of(strapi)(), turns: createRehearsal(strapi), pool: () => Promise.resolve<Pool>({ ...pool, people }), territory };
  const title = titleFieldOf(strapi, type);
  const paths = new Set([...book.paths, title, ...(value === undefined ? [] : [value])]);
  const moves: Planned[] = [];
  let examined = 0;
  let waiting = 0;

  const plan = async (values: RecordValues, entry: Entry | undefined): Promise<void> => {
    const outcome = await decideFor(book, values, entry && leaving.has(entry.member) ? undefined : entry, world);
    if (outcome.kind === 'wait') waiting += 1;
    const from = entry?.member ?? null;
    if (outcome.kind !== 'give' || outcome.to === from) return;
    const { rule, to, source } = outcome;
    if (to !== null) pool.give(to, value === undefined ? 0 : Number(values[value] ?? 0), from);
    const cause = { source, rule: { documentId: rule.documentId, name: rule.name }, reasons: reasonsOf(book, rule, values) };
    moves.push({ record: values.documentId, title: (values[title] as string | null) ?? values.documentId, from, to, cause });
  };

  for (let start = 0; start < records.length; start += CHUNK) {
    const part = records.slice(start, start + CHUNK);
    const found = new Map((await recordValues(strapi, type, part, paths)).map((values) => [values.documentId, values]));
    const owners = new Map((await booksOf(strapi).entriesOf(type, part)).filter(({ kind }) => kind === 'owner').map((entry) => [entry.record, entry]));
    for (const record of part) {
      const values = found.get(record);
      if (!values) continue;
      examined += 1;
      await plan(values, owners.get(record));
    }
  }
  return { examined, waiting, moves };
};
