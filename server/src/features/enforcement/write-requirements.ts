import type { ErrorCode } from '../../../../contracts/errors';
import { includes } from '../../../../contracts/scopes';
import type { Actor, Grantee } from '../../kernel/actor';
import { ACTION_FOR, FIELD_WRITE_ACTION, PUBLISH_ACTION, type Binding } from '../../kernel/binding';
import type { Predicate } from '../../kernel/predicate';
import { limitedScopes } from '../../kernel/reaching-scopes';
import { accessOf, decide } from '../access';
import { hasDrafts } from '../../host/content-types';
import { metaOf } from '../../host/predicate-sql';
import type { Strapi } from '../../host/strapi';
import { WRITE_ACTIONS, publishes, type DocumentContext } from './domain/document-actions';
import { namesAny } from './domain/relation-input';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';

interface Need {
  readonly cell: { readonly feature: string; readonly action: string };
  readonly code: ErrorCode;
}

interface NeedOnRow extends Need {
  readonly predicate: Predicate;
}

/** What a write needs, from the table of kinds, the owners of its fields, and whether it publishes. */
export const createWriteRequirements = (strapi: Strapi, { gate, refusals }: { gate: EnforcementGate; refusals: Refusals }) => {
  /** The features that own what the data sets. A write of another feature's fields alone does not need the type's own. */
  const featuresOf = (binding: Binding, { action, params }: DocumentContext): { own: boolean; others: Set<string> } => {
    const keys = Object.keys(params.data ?? {}).filter((key) => key in metaOf(strapi, binding.type).attributes);
    const others = new Set(keys.flatMap((key) => binding.fields.get(key) ?? []));
    const own = action !== 'update' || others.size === 0 || keys.some((key) => !binding.fields.has(key));
    return { own, others };
  };

  const mustPublish = (binding: Binding, { action, params }: DocumentContext): boolean =>
    accessOf(strapi).registry.has(binding.feature, PUBLISH_ACTION) &&
    hasDrafts(strapi, binding.type) &&
    publishes(action, params.status);

  const needs = (binding: Binding, context: DocumentContext): (Need & { operation?: 'read' | 'create' | 'update' | 'delete' })[] => {
    const { own, others } = featuresOf(binding, context);
    const { feature, kind } = binding;
    return [
      ...(own ? (WRITE_ACTIONS[context.action]?.needs ?? []) : []).map((operation) => ({
        operation,
        cell: { feature, action: ACTION_FOR[kind][operation] },
        code: 'PERMISSION_DENIED' as const,
      })),
      ...[...others].map((other) => ({ cell: { feature: other, action: FIELD_WRITE_ACTION }, code: 'PERMISSION_DENIED' as const })),
      ...(mustPublish(binding, context) ? [{ cell: { feature, action: PUBLISH_ACTION }, code: 'PUBLISH_REQUIRED' as const }] : []),
    ];
  };

  return {
    /** The cells that a write takes. */
    cellsOf: (binding: Binding, context: DocumentContext): readonly Need['cell'][] => needs(binding, context).map(({ cell }) => cell),

    /** Before any look-up: are the cells there at all? */
    checkCells(actor: Actor, binding: Binding, context: DocumentContext): void {
      const question = { type: binding.type, operation: context.action, ...(context.params.documentId !== undefined && { record: context.params.documentId }) };
      if (gate.isClosed(binding.type)) throw refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', question);
      for (const { cell, code } of needs(binding, context)) {
        const decision = decide(actor, cell.feature, cell.action);
        if (decision.code) throw refusals.refuse(actor, decision.code === 'PERMISSION_DENIED' ? code : decision.code, { ...question, ...cell });
      }
    },

    /** What the row itself must satisfy, beyond being visible. */
    onTarget: (actor: Actor, binding: Binding, context: DocumentContext): NeedOnRow[] =>
      needs(binding, context).map(({ operation, cell, code }) => ({
        cell,
        code: code === 'PUBLISH_REQUIRED' ? code : 'OUT_OF_SCOPE',
        predicate: operation ? gate.forActor(actor, binding, operation) : gate.within(actor, binding, cell),
      })),

    /** A detail or a run that is created must hang on a record, unless the caller reaches all of them. */
    checkParent(actor: Actor, binding: Binding, context: DocumentContext): void {
      if (context.action !== 'create' || !binding.via) return;
      if (gate.deciding(actor, binding, 'create').kind === 'always') return;
      const named = namesAny(context.params.data?.[binding.via.attribute]);
      if (!named) throw refusals.refuse(actor, 'OUT_OF_SCOPE', { type: binding.type, operation: 'create' }, { path: binding.via.attribute });
    },

    /** Whether the caller's reach over what he creates leaves records out: then he needs an entry to keep it. */
    isScoped(actor: Grantee, { feature, kind }: Binding): boolean {
      const action = ACTION_FOR[kind].create;
      return !includes(limitedScopes(actor, actor.reach.mask(feature, action), action), 'all');
    },
  };
};

export type WriteRequirements = ReturnType<typeof createWriteRequirements>;
