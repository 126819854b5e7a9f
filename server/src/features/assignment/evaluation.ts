import { createdRow } from '../../host/created-rows';
import { recordValues, type RecordValues } from '../../host/record-values';
import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { clockPort } from '../../kernel/clock';
import { booksOf, type Entry } from '../books';
import { decideFor, reasonsOf, type Outcome, type World } from './deciding';
import { readPool, type Pool } from './pool';
import type { Rulebook } from './rulebook';
import { createTurns } from './turns';
import type { WaitingRepository } from './waiting.repository';

const BY_RULES = { by: { kind: 'system' as const } };

/** A record as the rules see it, and whose it is. */
interface Subject {
  readonly type: string;
  readonly values: RecordValues;
  readonly owner: Entry | undefined;
}

/** Asks the rules about one record, in the transaction of the write that gave the occasion, and does what they say. */
export const createEvaluation = (strapi: Strapi, waiting: WaitingRepository) => {
  let evaluations = 0;

  const worldOf = ({ type, territory, value }: Binding): World => {
    let known: Promise<Pool> | undefined;
    return {
      now: clockPort.of(strapi)(),
      turns: createTurns(strapi),
      pool: (isTurn) => (isTurn ? readPool(strapi, type, value) : (known ??= readPool(strapi, type, undefined))),
      territory,
    };
  };

  const carryOut = async (book: Rulebook, { type, values, owner }: Subject, outcome: Outcome): Promise<void> => {
    const record = values.documentId;
    if (outcome.kind === 'wait') return void (await waiting.add(type, record, outcome.rule.documentId));
    await waiting.remove(type, [record]);
    if (outcome.kind === 'stay') return;
    const { rule, source, to, coOwners } = outcome;
    const cause = { source, rule: { documentId: rule.documentId, name: rule.name }, reasons: reasonsOf(book, rule, values) };
    await booksOf(strapi).move(type, [{ record, from: owner?.member ?? null, to, coOwners, cause }], BY_RULES);
  };

  return {
    /** What became of the record; undefined where no rule matches it. */
    async evaluate(binding: Binding, book: Rulebook, record: string): Promise<Outcome['kind'] | undefined> {
      const { type } = binding;
      const values = createdRow(type, record, book.paths) ?? (await recordValues(strapi, type, [record], book.paths))[0];
      if (!values) return undefined;
      evaluations += 1;
      if (book.compiled.first(values) < 0) return undefined;
      const owner = (await booksOf(strapi).entriesOf(type, [record])).find(({ kind }) => kind === 'owner');
      const outcome = await decideFor(book, values, owner, worldOf(binding));
      await carryOut(book, { type, values, owner }, outcome);
      return outcome.kind;
    },

    /** What the rules read of a record, to tell whether a write has changed it. */
    async state(type: string, book: Rulebook, record: string): Promise<string> {
      const [values] = await recordValues(strapi, type, [record], book.compiled.fields);
      return JSON.stringify(values ?? null);
    },

    /** How often the rules were asked about a record, since the start of this node. */
    count: (): number => evaluations,
  };
};

export type Evaluation = ReturnType<typeof createEvaluation>;
