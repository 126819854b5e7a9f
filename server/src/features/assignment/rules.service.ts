import type { RuleRequest } from '../../../../contracts/http-rules';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import { checkRule, owningType } from './check-rule';
import type { Rule } from './rule';
import type { RulesRepository } from './rules.repository';

/** Rules of a type: more than a team can read, and few enough to be put in order in one request. */
const MOST = 10_000;

/** Whether a list names each of the rules once, and nothing else. */
const isOrderOf = (wanted: readonly string[], rules: readonly Rule[]): boolean => {
  const named = new Set(wanted);
  return named.size === wanted.length && wanted.length === rules.length && rules.every(({ documentId }) => named.has(documentId));
};

/** The rules, as people change them: each change in one transaction with its audit entry, one after the other. */
export const createRules = (strapi: Strapi, repository: RulesRepository) => {
  const changing = <T>(type: string, work: () => Promise<T>): Promise<T> =>
    asSystem(() =>
      transaction(strapi, async () => {
        await repository.hold(type);
        const result = await work();
        await repository.renew(type);
        return result;
      }),
    );

  /** What a rule is called may name a person, who may have to be forgotten. */
  const record = (action: AuditFact['action'], by: AuditActor, { id, name }: { readonly id: string; readonly name?: string }, details: AuditFact['details']): Promise<void> =>
    recordPort.of(strapi)({ action, actor: by, target: { type: 'rule', id }, ...(details && { details }), ...(name !== undefined && { personal: { name } }) });

  const existing = async (documentId: string): Promise<Rule> => {
    const rule = await asSystem(() => repository.find(documentId));
    if (!rule) throw new RosterError('NOT_FOUND');
    return rule;
  };

  return {
    list: (type?: string): Promise<Rule[]> => asSystem(() => repository.list(type)),
    find: existing,

    /** Adds a rule, last in order. @throws RosterError as `checkRule` */
    async create(request: RuleRequest, by: AuditActor): Promise<string> {
      const values = await asSystem(() => checkRule(strapi, request));
      return changing(values.type, async () => {
        const rules = await repository.list(values.type);
        if (rules.length >= MOST) throw new RosterError('VALIDATION_FAILED', `A type has ${MOST} rules at most.`, { path: 'data' });
        const documentId = await repository.insert(values, (rules.at(-1)?.position ?? 0) + 1);
        await record('rule.created', by, { id: documentId, name: values.name }, { type: values.type });
        return documentId;
      });
    },

    /** Replaces a rule in its place. Its type stays. @throws RosterError NOT_FOUND, and as `checkRule` */
    async update(documentId: string, request: RuleRequest, by: AuditActor): Promise<void> {
      const before = await existing(documentId);
      if (request.type !== before.type) throw new RosterError('VALIDATION_FAILED', 'A rule stays with its type.', { path: 'data.type' });
      const values = await asSystem(() => checkRule(strapi, request));
      await changing(before.type, async () => {
        await repository.update(documentId, values);
        const { when, target, isActive, override } = values;
        await record('rule.changed', by, { id: documentId, name: values.name }, { from: { when: before.when, target: before.target, isActive: before.isActive, override: before.override }, to: { when, target, isActive, override } });
      });
    },

    /** @throws RosterError NOT_FOUND */
    async remove(documentId: string, by: AuditActor): Promise<void> {
      const { type, name } = await existing(documentId);
      await changing(type, () => repository.remove(documentId).then(() => record('rule.deleted', by, { id: documentId, name }, { type })));
    },

    /**
     * Puts all rules of a type in order.
     * @throws RosterError UNKNOWN_TYPE; CONFLICT where the list is not all of them: somebody added or deleted one meanwhile
     */
    async order(type: string, wanted: readonly string[], by: AuditActor): Promise<void> {
      owningType(strapi, type);
      await changing(type, async () => {
        const rules = await repository.list(type);
        if (!isOrderOf(wanted, rules)) throw new RosterError('CONFLICT', 'These are not all rules of the type. Read them again.', { path: 'data.rules' });
        const positions = new Map(rules.map(({ documentId, position }) => [documentId, position]));
        for (const [index, documentId] of wanted.entries()) {
          if (positions.get(documentId) !== index + 1) await repository.setPosition(documentId, index + 1);
        }
        await record('rules.ordered', by, { id: type }, { rules: wanted });
      });
    },
  };
};
