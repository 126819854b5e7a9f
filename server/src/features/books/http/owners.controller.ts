import { addCoOwnerRequest, changeOwnerRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor, type Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import { membersOf } from '../../members';
import type { BooksService } from '../books.service';
import type { Ownership } from '../ownership';

interface Target {
  readonly type: string;
  readonly record: string;
}

/** Who changes owners: team_management.update, which is the admin's unless a custom role carries it. */
const CHANGE = { feature: 'team_management', action: 'update' } as const;

const targetOf = ({ params }: RequestContext): Target => ({ type: params['type'] ?? '', record: params['documentId'] ?? '' });

/** Owner and co-owners of a record: read by whoever sees the record, changed by whoever manages the team. */
export const createOwnersController = ({ strapi }: { strapi: Strapi }) => {
  const books = () => strapi.plugin('roster').service('books') as BooksService;

  const person = async (documentId: string) => {
    const member = await membersOf(strapi).find(documentId);
    return { documentId, name: member?.name ?? null, status: member?.status ?? null };
  };

  const answer = async ({ owner, coOwners }: Ownership) => ({
    data: { owner: owner === null ? null : await person(owner), coOwners: await Promise.all(coOwners.map(person)) },
  });

  /** A hidden record and a missing one answer alike. */
  const visible = async (ctx: RequestContext): Promise<Target> => {
    const target = targetOf(ctx);
    books().assertOwns(target.type);
    await doorPort.of(strapi).demandVisible(target.type, target.record);
    return target;
  };

  const change = (run: (ctx: RequestContext, target: Target, actor: Actor) => Promise<Ownership>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      const actor = doorPort.of(strapi).demand(CHANGE.feature, CHANGE.action, targetOf(ctx));
      return answer(await run(ctx, await visible(ctx), actor));
    });

  return {
    find: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const { type, record } = await visible(ctx);
        return answer(await books().ownership(type, record));
      }),
    update: change((ctx, { type, record }, actor) => {
      const { owner } = validData(changeOwnerRequest, ctx.request.body);
      return books().setOwner(type, record, owner, auditActor(actor));
    }),
    add: change((ctx, { type, record }, actor) => {
      const { coOwner } = validData(addCoOwnerRequest, ctx.request.body);
      return books().addCoOwner(type, record, coOwner, auditActor(actor));
    }),
    remove: change((ctx, { type, record }, actor) => books().removeCoOwner(type, record, ctx.params['member'] ?? '', auditActor(actor))),
  };
};
