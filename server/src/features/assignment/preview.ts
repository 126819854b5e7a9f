import type { MovePreview, RuleRequest } from '../../../../contracts/http-rules';
import { listRecords } from '../../host/record-list';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import type { Predicate } from '../../kernel/predicate';
import { checkRule, owningType } from './check-rule';
import { planByRules } from './planning';
import { presentPlan } from './presenting';
import type { Rule } from './rule';
import { bookOf } from './rulebook';
import type { RulesRepository } from './rules.repository';

type Draft = RuleRequest & { readonly documentId?: string | undefined };

/** The rules as they would be with a draft: in the place of the rule that it changes, or last. */
const withDraft = (rules: readonly Rule[], draft: Rule): Rule[] =>
  rules.some(({ documentId }) => documentId === draft.documentId)
    ? rules.map((rule) => (rule.documentId === draft.documentId ? { ...draft, position: rule.position } : rule))
    : [...rules, draft];

/**
 * What would move if the rules were these, out of the records that somebody sees, as they are. Nothing is changed.
 * @throws RosterError UNKNOWN_TYPE, and as `checkRule`
 */
export const previewRules = (strapi: Strapi, repository: RulesRepository, type: string, { draft, within }: { draft: Draft | undefined; within: Predicate }): Promise<MovePreview> =>
  asSystem(async () => {
    const binding = owningType(strapi, type);
    const rules = await repository.list(type);
    const checked = draft && { ...(await checkRule(strapi, { ...draft, type })), documentId: draft.documentId ?? 'draft', position: Number.MAX_SAFE_INTEGER };
    const book = bookOf(strapi, type, checked ? withDraft(rules, checked) : rules, binding.territory);
    return presentPlan(strapi, await planByRules(strapi, { binding, book, records: await listRecords(strapi, type, { owners: 'anybody', within }) }));
  });
