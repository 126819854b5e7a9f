import { lockRecord } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { createDocumentId } from '../../kernel/ids';
import type { Aftermath } from './aftermath';
import type { DocumentContext } from './domain/document-actions';
import type { Refusals } from './refusal';
import type { RelationGuard } from './relation-guard';
import type { Responses } from './response';
import type { RowsRepository } from './rows.repository';
import type { TargetGuard } from './target-guard';
import { createTwins, type Twins } from './twins';
import type { WriteRequirements } from './write-requirements';

interface Dependencies {
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly targets: TargetGuard;
  readonly relations: RelationGuard;
  readonly requirements: WriteRequirements;
  readonly responses: Responses;
  readonly aftermath: Aftermath;
  readonly touches: (uid: string) => boolean;
}

type Next = () => Promise<unknown>;

/** A query in the place of a documentId would be one record to a check and several to the host. */
const assertPlainIds = ({ params }: DocumentContext): void => {
  const ids: [string, unknown][] = [['documentId', params.documentId], ['data.documentId', params.data?.['documentId']]];
  const wrong = ids.find(([, id]) => id !== undefined && id !== null && typeof id !== 'string');
  if (wrong) throw new RosterError('VALIDATION_FAILED', 'A documentId is a string.', { path: wrong[0] });
};

/**
 * One write, whole or not at all: checked as the caller, carried out as the system (the host reads
 * and copies far more than the caller may see), answered as the caller.
 */
export const createWriteGuard = (strapi: Strapi, deps: Dependencies) => {
  const { rows, refusals, targets, relations, requirements, responses, aftermath, touches } = deps;

  const withCheckedRelations = async (actor: Actor, context: DocumentContext, hidden: boolean, twins: Twins): Promise<DocumentContext['params']> => {
    const { data, documentId, locale } = context.params;
    if (!data) return context.params;
    const operation = context.action === 'update' ? 'update' : 'create';
    const changed = documentId === undefined || hidden ? undefined : await rows.toChange(context.uid, documentId, locale);
    const checked = await relations.check(actor, { uid: context.uid, operation, data, ...(changed && { rows: changed }) }, twins);
    return { ...context.params, data: { ...checked } };
  };

  /** The host's own answer for a record that does not exist, for one that the caller does not see. */
  const asMissing = async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId } = context.params;
    const twin = createDocumentId();
    context.params = { ...context.params, documentId: twin };
    const result = await next();
    return (result as { documentId?: string } | null)?.documentId === twin ? { ...(result as object), documentId } : result;
  };

  const carryOut = async (actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId: record } = context.params;
    assertPlainIds(context);
    if (binding && record !== undefined) await lockRecord(strapi, binding.type, record);
    // A hidden record goes the whole way of a missing one: the host looks at what the data names before
    // it looks for the record, and would tell one from the other.
    const hidden = binding !== undefined && (await targets.check(actor, binding, context)) === 'hidden';
    if (binding) {
      context.params = await targets.withoutForeignId(actor, binding, context);
      requirements.checkParent(actor, binding, context);
    }
    const twins = createTwins();
    context.params = await withCheckedRelations(actor, context, hidden, twins);
    try {
      const result = hidden ? await asMissing(context, next) : await next();
      if (binding && !hidden) await aftermath(actor, binding, context, result);
      if (hidden || (binding && result === null)) {
        refusals.mark(actor, { type: context.uid, operation: context.action, ...(record !== undefined && { record }) });
      }
      return result;
    } catch (error) {
      throw twins.restore(error);
    }
  };

  return {
    async write(actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> {
      if (!binding && !touches(context.uid)) return next();
      if (binding) requirements.checkCells(actor, binding, context);
      const answer = responses.plan(context);
      // All of the transaction is the system's: hooks on commit run in the frame of the commit.
      const result = await asSystem(() => transaction(strapi, () => carryOut(actor, binding, context, next)));
      return answer(result);
    },
  };
};

export type WriteGuard = ReturnType<typeof createWriteGuard>;
