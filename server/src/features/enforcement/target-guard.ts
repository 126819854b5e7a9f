import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { isSame } from '../../kernel/predicate';
import type { DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { RowsRepository, Span } from './rows.repository';
import type { WriteRequirements } from './write-requirements';

interface Dependencies {
  readonly gate: EnforcementGate;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly requirements: WriteRequirements;
}

/** The record that a write is about: does its caller see it, and may he do this with it? */
export const createTargetGuard = ({ gate, rows, refusals, requirements }: Dependencies) => ({
  /** @throws 403 for a record that is visible and may not be written */
  async check(actor: Actor, binding: Binding, context: DocumentContext, span: Span | undefined): Promise<'hidden' | 'permitted'> {
    const { documentId } = context.params;
    if (documentId === undefined) return 'permitted';
    const read = gate.forActor(actor, binding, 'read');
    const needed = requirements.onTarget(actor, binding, context).filter(({ predicate }) => predicate.kind !== 'always' && !isSame(predicate, read));
    if (read.kind === 'always' && needed.length === 0) return 'permitted';
    // A detail's draft may hang on another record than its published row: then every row counts.
    const touched = binding.via && span?.touched;
    const predicates = [read, ...needed.map(({ predicate }) => predicate)];
    const [seen, ...met] = await (touched ? rows.satisfiesThroughout(binding.type, documentId, predicates, touched) : rows.satisfies(binding.type, documentId, predicates));
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
    const met = await rows.satisfies(binding.type, documentId, needed);
    return met.every(Boolean) ? context.params : { ...context.params, data };
  },
});

export type TargetGuard = ReturnType<typeof createTargetGuard>;
