import type { Actor } from '../../kernel/actor';
import { ACTION_FOR, type Binding } from '../../kernel/binding';
import { isSame, variesByRow, type Predicate } from '../../kernel/predicate';
import type { DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { RowsRepository, Span, Where } from './rows.repository';
import type { WriteRequirements } from './write-requirements';

interface Dependencies {
  readonly gate: EnforcementGate;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly requirements: WriteRequirements;
}

/** Writes that say where a record lies. */
const PLACES: Readonly<Record<string, 'create' | 'update'>> = { create: 'create', clone: 'create', update: 'update' };

/** The record that a write is about: does its caller see it, and may he do this with it? */
export const createTargetGuard = ({ gate, rows, refusals, requirements }: Dependencies) => {
  /** A detail's draft may hang on another record than its published row, and lie in another territory: then every row counts. */
  const satisfied = (uid: string, documentId: string, predicates: readonly Predicate[], touched: Where | undefined): Promise<boolean[]> =>
    touched && predicates.some(variesByRow) ? rows.satisfiesThroughout(uid, documentId, predicates, touched) : rows.satisfies(uid, documentId, predicates);

  return {
    /** @throws 403 for a record that is visible and may not be written */
    async check(actor: Actor, binding: Binding, context: DocumentContext, span: Span | undefined): Promise<'hidden' | 'permitted'> {
      const { documentId } = context.params;
      if (documentId === undefined) return 'permitted';
      const read = gate.forActor(actor, binding, 'read');
      const needed = requirements.onTarget(actor, binding, context).filter(({ predicate }) => predicate.kind !== 'always' && !isSame(predicate, read));
      if (read.kind === 'always' && needed.length === 0) return 'permitted';
      const predicates = [read, ...needed.map(({ predicate }) => predicate)];
      const [seen, ...met] = await satisfied(binding.type, documentId, predicates, span?.touched);
      if (!seen) return 'hidden';
      const unmet = needed.find((_, index) => !met[index]);
      if (!unmet) return 'permitted';
      const question = { type: binding.type, operation: context.action, record: documentId, ...unmet.cell };
      throw refusals.refuse(actor, unmet.code, question);
    },

    /**
     * `create` takes a documentId in its data, and adds a locale to the record that has it: an update of
     * that record. Where the caller could not update it, the host chooses an id.
     */
    async withoutForeignId(actor: Actor, binding: Binding, context: DocumentContext): Promise<DocumentContext['params']> {
      const { documentId, ...data } = context.params.data ?? {};
      if (context.action !== 'create' || typeof documentId !== 'string') return context.params;
      const needed = [gate.forActor(actor, binding, 'read'), gate.forActor(actor, binding, 'update')];
      const met = await satisfied(binding.type, documentId, needed, { documentId });
      return met.every(Boolean) ? context.params : { ...context.params, data };
    },

    /**
     * A record that was made, or moved by its field, must lie where its writer reaches it: nobody puts one into
     * a territory that is not his.
     * @throws 403 with the path of the field
     */
    async checkPlace(actor: Actor, binding: Binding, context: DocumentContext, { result, span }: { result: unknown; span: Span | undefined }): Promise<void> {
      const operation = PLACES[context.action];
      const { territory = '' } = binding;
      if (!operation || (operation === 'update' && context.params.data?.[territory] === undefined)) return;
      const place = gate.place(actor, binding, operation);
      const documentId = operation === 'update' ? context.params.documentId : (result as { documentId?: string } | null)?.documentId;
      if (place.kind === 'always' || result === null || documentId === undefined) return;
      const touched = (operation === 'update' ? span?.touched : undefined) ?? { documentId };
      const [isWithin] = await satisfied(binding.type, documentId, [place], touched);
      if (isWithin) return;
      const question = { type: binding.type, operation: context.action, feature: binding.feature, action: ACTION_FOR[binding.kind][operation] };
      throw refusals.refuse(actor, 'OUT_OF_SCOPE', question, { path: territory });
    },
  };
};

export type TargetGuard = ReturnType<typeof createTargetGuard>;
