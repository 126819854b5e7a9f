import { EVERYTHING, includes, scopesOf, type Scope, type ScopeMask } from '../../../../contracts/scopes';
import type { Strapi } from '../../host/strapi';
import { isGrantee, type Actor } from '../../kernel/actor';
import { ACTION_FOR, isAboutRecords, type Binding } from '../../kernel/binding';
import { asSystem } from '../../kernel/frame';
import { limitedScopes, reachingScopes } from '../../kernel/reaching-scopes';
import { questionOf, strategiesPort } from '../../kernel/scope-strategy';
import { decide } from '../access';
import type { EnforcementGate } from './gate';

/** Why somebody sees a record. */
export interface Why {
  readonly roles: readonly string[];
  readonly feature: string;
  /** How far the roles, and a restriction, let him see records of this type. */
  readonly scopes: readonly Scope[];
  /** The scopes within which this record lies for him. */
  readonly within: readonly Scope[];
  /** The record that decides for this one, where it is not this one itself. */
  readonly through: { readonly type: string; readonly displayName: string; readonly documentId: string } | null;
}

/** Says why a record that somebody sees is visible to him. Asked after it was found to be. */
export const createWhy = (strapi: Strapi, gate: EnforcementGate) => {
  /** Up the chain of parents and targets to the record on which the scopes are asked. */
  const decidingOf = async (binding: Binding, record: string): Promise<{ binding: Binding; record: string }> => {
    const { via } = binding;
    const next = via && gate.bindings.get(via.type);
    if (!via || !next) return { binding, record };
    const row = (await strapi.db.query(binding.type as never).findOne({ where: { documentId: record } as never, populate: { [via.attribute]: true } as never })) as Record<string, { documentId?: string } | null> | null;
    const parent = row?.[via.attribute]?.documentId;
    return parent === undefined ? { binding, record } : decidingOf(next, parent);
  };

  const withinOf = async (actor: Actor, scopes: ScopeMask, deciding: { binding: Binding; record: string }): Promise<Scope[]> => {
    if (includes(scopes, 'all')) return ['all'];
    if (actor.kind !== 'member') return [];
    const question = questionOf(actor, deciding.binding.type);
    const within: Scope[] = [];
    for (const scope of scopesOf(scopes)) {
      const facts = await strategiesPort.of(strapi).get(scope)?.facts(question, [deciding.record]);
      if (facts?.has(deciding.record)) within.push(scope);
    }
    return within;
  };

  /** How far the roles go, and by which scopes the record may be within reach: what is shared is no scope of a role. */
  const scopesFor = (actor: Actor, binding: Binding, mask: ScopeMask): { told: ScopeMask; reaching: ScopeMask } => {
    const { kind } = binding;
    if (kind === 'definition' && mask !== 0) return { told: EVERYTHING, reaching: EVERYTHING };
    if (!isGrantee(actor) || !isAboutRecords(binding)) return { told: mask, reaching: mask };
    const action = ACTION_FOR[kind].read;
    return { told: limitedScopes(actor, mask, action), reaching: reachingScopes(actor, mask, action) };
  };

  return (actor: Actor, binding: Binding, record: string): Promise<Why> =>
    asSystem(async () => {
      const { feature, kind, type } = binding;
      const decision = decide(actor, feature, ACTION_FOR[kind].read);
      const { told, reaching } = scopesFor(actor, binding, decision.scope);
      const deciding = await decidingOf(binding, record);
      const roles = decision.trace().flatMap((step) => (step.step === 'roles' ? step.deciding : []));
      const displayName = strapi.contentTypes[deciding.binding.type as keyof typeof strapi.contentTypes]?.info.displayName ?? deciding.binding.type;
      return {
        roles,
        feature,
        scopes: scopesOf(told),
        within: await withinOf(actor, reaching, deciding),
        through: deciding.binding.type === type ? null : { type: deciding.binding.type, displayName, documentId: deciding.record },
      };
    });
};

export type WhyOf = ReturnType<typeof createWhy>;
