import { ERRORS, type ErrorCode } from '../../../../contracts/errors';
import { onCommit } from '../../host/on-commit';
import { holdingRecord } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { aroundWritePort, withAround } from '../../kernel/around-write';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { createDocumentId } from '../../kernel/ids';
import type { Aftermath } from './aftermath';
import { hasWritten, recordWriteOf, type DocumentContext } from './domain/document-actions';
import type { Refusals } from './refusal';
import type { RelationGuard } from './relation-guard';
import type { Responses } from './response';
import type { RowsRepository } from './rows.repository';
import type { TargetGuard } from './target-guard';
import type { Telling } from './telling';
import { createTwins, type Twins } from './twins';
import type { Uses } from './uses';
import type { WriteRequirements } from './write-requirements';

interface Dependencies {
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly targets: TargetGuard;
  readonly relations: RelationGuard;
  readonly requirements: WriteRequirements;
  readonly responses: Responses;
  readonly aftermath: Aftermath;
  readonly telling: Telling;
  readonly touches: (actor: Actor, uid: string) => boolean;
  readonly uses: Uses;
}

type Next = () => Promise<unknown>;

/** A query in the place of a documentId would be one record to a check and several to the host. */
const assertPlainIds = ({ params }: DocumentContext): void => {
  const ids: [string, unknown][] = [['documentId', params.documentId], ['data.documentId', params.data?.['documentId']]];
  const wrong = ids.find(([, id]) => id !== undefined && id !== null && typeof id !== 'string');
  if (wrong) throw new RosterError('VALIDATION_FAILED', 'A documentId is a string.', { path: wrong[0] });
};

/** The host's own answer for a record that does not exist, for one that the caller does not see. */
const asMissing = async (context: DocumentContext, next: Next): Promise<unknown> => {
  const { documentId } = context.params;
  const twin = createDocumentId();
  context.params = { ...context.params, documentId: twin };
  const result = await next();
  return (result as { documentId?: string } | null)?.documentId === twin ? { ...(result as object), documentId } : result;
};

const holding = <T>(strapi: Strapi, binding: Binding | undefined, { params: { documentId } }: DocumentContext, work: () => Promise<T>): Promise<T> =>
  binding && documentId !== undefined ? holdingRecord(strapi, { uid: binding.type, documentId }, work) : work();

/** What other features do around the write of a governed record. */
const around = (strapi: Strapi, binding: Binding | undefined, context: DocumentContext, run: Next): Promise<unknown> =>
  binding ? withAround(aroundWritePort.of(strapi), recordWriteOf(binding, context), run) : run();

/**
 * One write, whole or not at all: checked as the caller, carried out as the system (the host reads
 * and copies far more than the caller may see), answered as the caller.
 */
export const createWriteGuard = (strapi: Strapi, deps: Dependencies) => {
  const { rows, refusals, targets, relations, requirements, responses, aftermath, telling, touches, uses } = deps;

  /**
   * Target, parent and relations of a write, and its parameters as they are to be carried out. A hidden
   * record goes the whole way of a missing one: the host looks at what the data names before it looks for
   * the record, and would tell one from the other.
   */
  const check = async (actor: Actor, binding: Binding | undefined, context: DocumentContext, twins: Twins) => {
    const span = await rows.spanOf(context.uid, context);
    const hidden = binding !== undefined && (await targets.check(actor, binding, context, span)) === 'hidden';
    const params = binding ? await targets.withoutForeignId(actor, binding, context) : context.params;
    if (binding) requirements.checkParent(actor, binding, { ...context, params });
    if (!params.data) return { hidden, params, span };
    const write = { uid: context.uid, operation: context.action === 'update' ? ('update' as const) : ('create' as const), data: params.data };
    const checked = await relations.check(actor, { ...write, ...(span && !hidden && { rows: span.changed }) }, twins);
    return { hidden, params: { ...params, data: { ...checked } }, span };
  };

  const carryOut = async (actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId: record } = context.params;
    const twins = createTwins();
    const { hidden, params, span } = await check(actor, binding, context, twins);
    context.params = params;
    try {
      const write = async () => {
        if (!binding) return next();
        const [cells, tell] = [requirements.cellsOf(binding, context), await telling(binding, context)];
        const written = await next();
        await aftermath.conclude(actor, binding, context, { result: written, tell });
        await targets.checkPlace(actor, binding, context, { result: written, span });
        if (hasWritten(written)) await onCommit(strapi, () => uses.noteWrite(actor, cells));
        return written;
      };
      const result = hidden ? await asMissing(context, next) : await around(strapi, binding, context, write);
      if (hidden || (binding && result === null)) refusals.mark(actor, { type: context.uid, operation: context.action, ...(record !== undefined && { record }) });
      return result;
    } catch (error) {
      throw twins.restore(error);
    }
  };

  return {
    /** The checks alone, on a copy: what would the write have been refused with? */
    async examine(actor: Actor, binding: Binding, context: DocumentContext): Promise<ErrorCode | undefined> {
      const copy = { ...context, params: { ...context.params } };
      const twins = createTwins();
      try {
        requirements.checkCells(actor, binding, copy);
        assertPlainIds(copy);
        const { hidden } = await asSystem(() => check(actor, binding, copy, twins));
        return hidden || twins.isUsed() ? 'NOT_FOUND' : undefined;
      } catch (error) {
        const { code, details } = error as { code?: ErrorCode; details?: { code?: ErrorCode } };
        const refusal = details?.code ?? code;
        if (refusal === undefined || !(refusal in ERRORS)) throw error;
        return refusal;
      }
    },

    async write(actor: Actor, binding: Binding | undefined, context: DocumentContext, next: Next): Promise<unknown> {
      if (!binding && !touches(actor, context.uid)) return next();
      if (binding) requirements.checkCells(actor, binding, context);
      assertPlainIds(context);
      const answer = responses.plan(context);
      // All of the transaction is the system's: hooks on commit run in the frame of the commit.
      const result = await asSystem(() => transaction(strapi, () => holding(strapi, binding, context, () => carryOut(actor, binding, context, next))));
      return answer(result);
    },
  };
};

export type WriteGuard = ReturnType<typeof createWriteGuard>;
