import { addCoOwnerRequest, changeOwnerRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import { validData } from '../../../kernel/validate';
import { decide, type Actor } from '../../access';
import { booksOf } from '../../books';
import { membersOf } from '../../members';
import { auditActor } from '../domain/actor-facts';
import { enforcementOf } from '../enforcement.service';

/** Who changes owners: team_management.update, which is the admin's unless a custom role carries it. */
const CHANGE = { feature: 'team_management', action: 'update' } as const;

/** Owner and co-owners of a record: read by whoever sees the record, changed by whoever manages the team. */
export const createOwnersController = ({ strapi }: { strapi: Strapi }) => {
  const internals = () => enforcementOf(strapi).internals;

  /** A hidden record and a missing one answer alike. */
  const visible = async (ctx: RequestContext, actor: Actor): Promise<{ type: string; record: string }> => {
    const { type = '', documentId: record = '' } = ctx.params;
    const { gate, rows, refusals } = internals();
    const binding = gate.rules.bindings.get(type);
    if (!binding?.owns) throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path: 'type' });
    const question = { type, record, operation: 'read', feature: binding.feature, action: 'view' };
    const { code } = decide(actor, binding.feature, 'view');
    if (code) throw refusals.refuse(actor, code, question);
    const [seen] = await rows.satisfies(type, record, [gate.forActor(actor, binding, 'read')]);
    if (!seen) {
      refusals.mark(actor, question);
      throw new RosterError('NOT_FOUND');
    }
    return { type, record };
  };

  const mayChange = (actor: Actor, ctx: RequestContext): void => {
    const { code } = decide(actor, CHANGE.feature, CHANGE.action);
    const { type = '', documentId: record = '' } = ctx.params;
    if (code) throw internals().refusals.refuse(actor, code, { ...CHANGE, type, record });
  };

  const person = async (documentId: string) => {
    const member = await membersOf(strapi).find(documentId);
    return { documentId, name: member?.name ?? null, status: member?.status ?? null };
  };

  const answer = async ({ owner, coOwners }: { owner: string | null; coOwners: readonly string[] }) => ({
    data: { owner: owner === null ? null : await person(owner), coOwners: await Promise.all(coOwners.map(person)) },
  });

  const change = (run: (ctx: RequestContext, at: { type: string; record: string }, actor: Actor) => Promise<Parameters<typeof answer>[0]>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      const actor = enforcementOf(strapi).actor();
      mayChange(actor, ctx);
      return answer(await run(ctx, await visible(ctx, actor), actor));
    });

  return {
    find: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const { type, record } = await visible(ctx, enforcementOf(strapi).actor());
        return answer(await booksOf(strapi).ownership(type, record));
      }),
    update: change((ctx, { type, record }, actor) => booksOf(strapi).setOwner(type, record, validData(changeOwnerRequest, ctx.request.body).owner, auditActor(actor))),
    add: change((ctx, { type, record }, actor) => booksOf(strapi).addCoOwner(type, record, validData(addCoOwnerRequest, ctx.request.body).coOwner, auditActor(actor))),
    remove: change((ctx, { type, record }, actor) => booksOf(strapi).removeCoOwner(type, record, ctx.params['member'] ?? '', auditActor(actor))),
  };
};
