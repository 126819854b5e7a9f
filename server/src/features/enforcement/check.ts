import { NOTHING, scopesOf, type Scope } from '../../../../contracts/scopes';
import type { ErrorCode } from '../../../../contracts/errors';
import type { Strapi } from '../../host/strapi';
import { isGrantee, type Actor } from '../../kernel/actor';
import { ACTION_FOR, isAboutRecords, type Binding } from '../../kernel/binding';
import { RosterError } from '../../kernel/errors';
import { every, isSame } from '../../kernel/predicate';
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
 * Answers many questions at once: a cell is looked up, and records are asked for together, at most two
 * statements for each type and cell. The answers are those that the guards would give.
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

  /** The records among these that the actor sees, and those on which he may carry out the action. */
  const reached = async (actor: Actor, cell: { feature: string; action: string }, binding: Binding, records: readonly string[]) => {
    const read = gate.forActor(actor, binding, 'read');
    const need = every(read, gate.forAction(actor, binding, cell));
    const keys = { documentIds: [...new Set(records)], ids: [] };
    const seen = new Set((await rows.among(binding.type, keys, read)).map(({ documentId }) => documentId));
    const allowed = isSame(read, need) ? seen : new Set((await rows.among(binding.type, keys, need)).map(({ documentId }) => documentId));
    return { seen, allowed };
  };

  return async (actor: Actor, questions: readonly CheckQuestion[]): Promise<CheckAnswer[]> => {
    const asked = questions.map(understand);
    const answers = asked.map((one) => withoutRecord(actor, one));
    const open = asked.map((one, index) => ({ ...one, index })).filter(({ record, index }) => record !== undefined && answers[index]?.allowed);
    const groups = new Map<string, typeof open>();
    for (const one of open) {
      const key = `${one.binding?.type} ${one.feature} ${one.action}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const group of groups.values()) {
      const [{ binding, feature, action }] = group as [(typeof open)[number]];
      if (!binding) continue;
      const readable = isReadable(actor, binding);
      const found = readable ? await reached(actor, { feature, action }, binding, group.map(({ record }) => record ?? '')) : undefined;
      for (const { record = '', index } of group) {
        const scopes = answers[index]?.scopes ?? [];
        if (!found) answers[index] = no('PERMISSION_DENIED');
        else if (!found.seen.has(record)) answers[index] = no('NOT_FOUND');
        else if (!found.allowed.has(record)) answers[index] = no('OUT_OF_SCOPE', scopes);
      }
    }
    return answers;
  };
};

export type Check = ReturnType<typeof createCheck>;
