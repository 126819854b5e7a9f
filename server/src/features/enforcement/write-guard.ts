import type { Strapi } from '../../host/strapi';
import { creationPort } from '../../kernel/creation';
import { asSystem } from '../../kernel/frame';
import { createDocumentId } from '../../kernel/ids';
import { recordPort } from '../../kernel/record';
import { isSame } from '../../kernel/predicate';
import type { Actor, Binding } from '../access';
import { auditActor } from './domain/actor-facts';
import { WRITE_ACTIONS, type DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { RelationGuard, Twins } from './relation-guard';
import type { Responses } from './response';
import type { RowsRepository } from './rows.repository';
import type { WriteRequirements } from './write-requirements';

interface Dependencies {
  readonly gate: EnforcementGate;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly relations: RelationGuard;
  readonly requirements: WriteRequirements;
  readonly responses: Responses;
  readonly touches: (uid: string) => boolean;
}

type Next = () => Promise<unknown>;

const documentIdOf = (result: unknown): string | undefined => (result as { documentId?: string } | null)?.documentId;

/** An error of the host's that names a twin, told with the id that the caller sent. */
const restoreError = (error: unknown, twins: Twins): unknown => {
  if (!(error instanceof Error)) return error;
  error.message = twins.restore(error.message);
  const detailed = error as Error & { details?: unknown };
  if (detailed.details !== undefined) detailed.details = JSON.parse(twins.restore(JSON.stringify(detailed.details)));
  return error;
};

/**
 * One write, whole or not at all: checked as the caller, carried out as the system (the host reads
 * and copies far more than the caller may see), answered as the caller.
 */
export const createWriteGuard = (strapi: Strapi, deps: Dependencies) => {
  const { gate, rows, refusals, relations, requirements, responses, touches } = deps;

  /** The host's own answer for a record that does not exist, for one that the caller does not see. */
  const asMissing = async (actor: Actor, context: DocumentContext, next: Next): Promise<unknown> => {
    const documentId = context.params.documentId as string;
    refusals.mark(actor, { type: context.uid, operation: context.action, record: documentId });
    context.params = { ...context.params, documentId: createDocumentId() };
    const result = await next();
    return documentIdOf(result) === context.params.documentId ? { ...(result as object), documentId } : result;
  };

  /** Does the caller see the record, and may he do this with it? */
  const checkTarget = async (actor: Actor, binding: Binding, context: DocumentContext): Promise<'missing' | 'permitted'> => {
    const { documentId } = context.params;
    if (documentId === undefined) return 'permitted';
    const read = gate.forActor(actor, binding, 'read');
    const needed = requirements.onTarget(actor, binding, context).filter(({ predicate }) => predicate.kind !== 'always' && !isSame(predicate, read));
    const open = read.kind === 'always';
    const [seen = true, ...met] = await rows.satisfies(binding.type, documentId, [
      ...(open && needed.length === 0 ? [] : [read]),
      ...needed.map(({ predicate }) => predicate),
    ]);
    if (!seen) return 'missing';
    const unmet = needed.find((_, index) => !met[index]);
    if (unmet) throw refusals.refuse(actor, unmet.code, { type: binding.type, operation: context.action, record: documentId, ...unmet.cell });
    return 'permitted';
  };

  /** `create` takes a documentId in its data, and adds a locale to the record that has it: an update of that record. */
  const checkChosenId = async (actor: Actor, binding: Binding, context: DocumentContext): Promise<void> => {
    const { documentId, ...data } = context.params.data ?? {};
    if (typeof documentId !== 'string') return;
    const needed = [gate.forActor(actor, binding, 'read'), gate.forActor(actor, binding, 'update')];
    const met = await rows.satisfies(binding.type, documentId, needed);
    if (!met.every(Boolean)) context.params = { ...context.params, data };
  };

  const afterwards = async (actor: Actor, binding: Binding, context: DocumentContext, result: unknown): Promise<void> => {
    const created = context.action === 'create' || context.action === 'clone';
    const record = created ? documentIdOf(result) : context.params.documentId;
    if (record === undefined || result === null) return;
    if (created && actor.kind === 'member') {
      const scoped = requirements.isScoped(actor, binding);
      const creation = { type: binding.type, record, member: actor.member.documentId, scoped, mayOwn: actor.reach.mayOwn };
      for (const hook of creationPort.of(strapi)) await hook(creation);
    }
    const action = WRITE_ACTIONS[context.action]?.audit;
    if (action) await recordPort.of(strapi)({ action, actor: auditActor(actor), target: { type: binding.type, id: record } });
  };

  const carryOut = async (actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> => {
    // A record that the caller does not see goes the whole way of one that does not exist: the host looks
    // at what the data names before it looks for the record, and would tell one from the other.
    const missing = binding !== undefined && (await checkTarget(actor, binding, context)) === 'missing';
    if (binding && context.action === 'create') await checkChosenId(actor, binding, context);
    const { data } = context.params;
    const documentId = missing ? undefined : context.params.documentId;
    let twins: Twins = { restore: (text) => text };
    if (data) {
      if (binding) requirements.checkParent(actor, binding, context);
      const operation = context.action === 'update' ? 'update' : 'create';
      const changed = documentId === undefined ? undefined : await rows.toChange(context.uid, documentId, context.params.locale);
      const checked = await relations.check(actor, { uid: context.uid, operation, data, ...(changed && { rows: changed }) });
      context.params = { ...context.params, data: { ...checked.data } };
      twins = checked.twins;
    }
    try {
      if (missing) return await asMissing(actor, context, next);
      const result = await next();
      if (binding) await afterwards(actor, binding, context, result);
      if (binding && result === null) refusals.mark(actor, { type: context.uid, operation: context.action, ...(documentId !== undefined && { record: documentId }) });
      return result;
    } catch (error) {
      throw restoreError(error, twins);
    }
  };

  return {
    async write(actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> {
      if (!binding && !touches(context.uid)) return next();
      if (binding) requirements.checkCells(actor, binding, context);
      const answer = responses.plan(actor, context);
      // All of the transaction is the system's: hooks on commit run in the frame of the commit.
      const result = await asSystem(() => strapi.db.transaction(() => carryOut(actor, binding, context, next)));
      return answer(result);
    },
  };
};

export type WriteGuard = ReturnType<typeof createWriteGuard>;
