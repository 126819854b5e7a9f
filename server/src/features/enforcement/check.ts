import { NOTHING, scopesOf, type Scope } from '../../../../contracts/scopes';
import type { ErrorCode } from '../../../../contracts/errors';
import type { Strapi } from '../../host/strapi';
import { isGrantee, type Actor } from '../../kernel/actor';
import { ACTION_FOR, isAboutRecords, type Binding } from '../../kernel/binding';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import { every, type Predicate } from '../../kernel/predicate';
import { limitedScopes } from '../../kernel/reaching-scopes';
import { accessOf, decide } from '../access';
import type { EnforcementGate } from './gate';
import type { RowsRepository } from './rows.repository';

/** May somebody do this: at all, or with one record? */
export interface CheckQuestion {
  /** Without it, the feature that governs `type`. */
  readonly feature?: string | undefined;
  readonly action: string;
  readonly type?: string | undefined;
  /** documentId of a record of `type`. */
  readonly record?: string | undefined;
}

export interface CheckAnswer {
  readonly allowed: boolean;
  /** How far the permission reaches; nothing where there is none. */
  readonly scopes: readonly Scope[];
  /** Why not. A hidden record is NOT_FOUND, like one that is not there. */
  readonly code?: ErrorCode;
}

interface Asked {
  readonly feature: string;
  readonly action: string;
  readonly binding: Binding | undefined;
  readonly record: string | undefined;
}

const no = (code: ErrorCode, scopes: readonly Scope[] = []): CheckAnswer => ({ allowed: false, scopes, code });

/**
 * Answers many questions at once: a cell is looked up, and records are asked for together, one statement for
 * each type and one for each reach that differs from reading. The answers are those that the guards would give.
 */
export const createCheck = (strapi: Strapi, { gate, rows }: { gate: EnforcementGate; rows: RowsRepository }) => {
  const understand = ({ feature, action, type, record }: CheckQuestion, index: number): Asked => {
    const { registry } = accessOf(strapi);
    const at = (key: string) => ({ path: `data.questions[${index}].${key}` });
    const binding = type === undefined ? undefined : registry.bindings.get(type);
    if (type !== undefined && !binding) throw new RosterError('UNKNOWN_TYPE', undefined, at('type'));
    if (record !== undefined && !binding) throw new RosterError('VALIDATION_FAILED', 'A record is one of a type.', at('type'));
    const asked = feature ?? binding?.feature;
    if (asked === undefined) throw new RosterError('VALIDATION_FAILED', 'Name a feature or a type.', at('feature'));
    if (!registry.has(asked)) throw new RosterError('UNKNOWN_FEATURE', undefined, at('feature'));
    if (!registry.has(asked, action)) throw new RosterError('UNKNOWN_ACTION', undefined, at('action'));
    return { feature: asked, action, binding, record };
  };

  const isReadable = (actor: Actor, { feature, kind }: Binding): boolean => decide(actor, feature, ACTION_FOR[kind].read).allowed;

  const withoutRecord = (actor: Actor, { feature, action, binding }: Asked): CheckAnswer => {
    if (binding && gate.isClosed(binding.type) && actor.kind !== 'system') return no('ENFORCEMENT_UNAVAILABLE');
    const { allowed, scope, code } = decide(actor, feature, action);
    if (!allowed) return no(code ?? 'PERMISSION_DENIED', scopesOf(NOTHING));
    const limited = binding && isGrantee(actor) && isAboutRecords(binding) ? limitedScopes(actor, scope, action) : scope;
    return limited === NOTHING ? no('OUT_OF_SCOPE') : { allowed, scopes: scopesOf(limited) };
  };

  /** The records among these that lie within a predicate, each predicate asked once. */
  const createLookUp = (type: string, records: readonly string[]) => {
    const keys = { documentIds: [...new Set(records)], ids: [] };
    const made = new Map<string, Promise<ReadonlySet<string>>>();
    const lookUp = async (predicate: Predicate) => new Set((await rows.among(type, keys, predicate)).map(({ documentId }) => documentId));
    return (predicate: Predicate): Promise<ReadonlySet<string>> => {
      const key = JSON.stringify(predicate);
      const found = made.get(key) ?? lookUp(predicate);
      made.set(key, found);
      return found;
    };
  };

  /** What holds for each record of one type, once it is known that the cells are open at all. */
  const withRecords = async (actor: Actor, binding: Binding, asked: readonly Asked[], scopes: (index: number) => readonly Scope[]): Promise<(CheckAnswer | undefined)[]> => {
    if (!isReadable(actor, binding)) return asked.map(() => no('PERMISSION_DENIED'));
    const within = createLookUp(binding.type, asked.map(({ record = '' }) => record));
    const read = gate.forActor(actor, binding, 'read');
    const seen = await within(read);
    const answers: (CheckAnswer | undefined)[] = [];
    for (const [index, { feature, action, record = '' }] of asked.entries()) {
      const allowed = await within(every(read, gate.forAction(actor, binding, { feature, action })));
      answers.push(!seen.has(record) ? no('NOT_FOUND') : allowed.has(record) ? undefined : no('OUT_OF_SCOPE', scopes(index)));
    }
    return answers;
  };

  return async (actor: Actor, questions: readonly CheckQuestion[]): Promise<CheckAnswer[]> => {
    const asked = questions.map(understand);
    const answers = asked.map((one) => withoutRecord(actor, one));
    const open = asked.map((one, index) => ({ ...one, index })).filter(({ record, index }) => record !== undefined && answers[index]?.allowed);
    for (const group of groupBy(open, ({ binding }) => binding?.type ?? '').values()) {
      const binding = group[0]?.binding;
      if (!binding) continue;
      const limits = await withRecords(actor, binding, group, (at) => answers[group[at]?.index ?? -1]?.scopes ?? []);
      for (const [at, { index }] of group.entries()) answers[index] = limits[at] ?? (answers[index] as CheckAnswer);
    }
    return answers;
  };
};

export type Check = ReturnType<typeof createCheck>;
