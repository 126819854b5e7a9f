import { orderRulesRequest, previewRulesRequest, ruleRequest, rulesQuery, type MovePreview, type RuleInfo, type RuleType } from '../../../../../contracts/http-rules';
import { fieldCatalogue } from '../../../host/field-catalogue';
import { atTheDoor } from '../../../host/http-errors';
import { displayNameOf } from '../../../host/content-types';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor, type Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { validData, validQuery } from '../../../kernel/validate';
import { accessOf } from '../../access';
import type { AssignmentService } from '../assignment.service';
import { owningType } from '../check-rule';
import { presentRules } from '../presenting';

const FEATURE = 'team_management';

/** Assignment rules: read by whoever views the team, changed by whoever manages it. */
export const createRulesController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('assignment') as AssignmentService;
  const demand = (action: 'view' | 'update'): Actor => doorPort.of(strapi).demand(FEATURE, action);
  const one = async (documentId: string): Promise<{ data: RuleInfo }> => {
    const [info] = await presentRules(strapi, [await service().rules.find(documentId)]);
    if (!info) throw new RosterError('NOT_FOUND');
    return { data: info };
  };
  const ruleOf = ({ params }: RequestContext): string => params['rule'] ?? '';

  return {
    /** The rules of a type, or of all, in their order. */
    find: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: RuleInfo[] }> => {
        demand('view');
        return { data: await presentRules(strapi, await service().rules.list(validQuery(rulesQuery, ctx.query).type)) };
      }),

    /** Types whose records have owners, with the fields that rules may read. */
    types: () =>
      atTheDoor((): { data: RuleType[] } => {
        demand('view');
        const owning = [...accessOf(strapi).registry.bindings.values()].filter(({ owns }) => owns);
        const fieldsOf = (type: string): RuleType['fields'] =>
          [...fieldCatalogue(strapi, type)].map(([path, { kind, values, target }]) => ({ path, kind, ...(values && { values: [...values] }), ...(target && { target }) }));
        return { data: owning.map(({ type, value = null, territory = null }) => ({ type, displayName: displayNameOf(strapi, type), value, territory, fields: fieldsOf(type) })) };
      }),

    /** Adds a rule, last in order. */
    create: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand('update');
        return one(await service().rules.create(validData(ruleRequest, ctx.request.body), auditActor(actor)));
      }),

    /** Replaces a rule in its place. */
    update: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand('update');
        await service().rules.update(ruleOf(ctx), validData(ruleRequest, ctx.request.body), auditActor(actor));
        return one(ruleOf(ctx));
      }),

    /** Deletes a rule. Whom it chose keeps what he has. */
    remove: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand('update');
        await service().rules.remove(ruleOf(ctx), auditActor(actor));
        return { data: { documentId: ruleOf(ctx) } };
      }),

    /** Puts all rules of a type in order: the first that matches decides. */
    order: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: RuleInfo[] }> => {
        const actor = demand('update');
        const { type, rules } = validData(orderRulesRequest, ctx.request.body);
        await service().rules.order(type, rules, auditActor(actor));
        return { data: await presentRules(strapi, await service().rules.list(type)) };
      }),

    /** What would move if the rules were these, out of the records that one sees: nothing is changed. */
    preview: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: MovePreview }> => {
        demand('update');
        const { type, rule } = validData(previewRulesRequest, ctx.request.body);
        const { type: uid } = owningType(strapi, type);
        return { data: await service().preview(uid, { draft: rule, within: doorPort.of(strapi).visibleRows(uid) }) };
      }),
  };
};
