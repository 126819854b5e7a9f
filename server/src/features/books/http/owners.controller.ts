import { addCoOwnerRequest, changeOwnerRequest, changeOwnersRequest, ownersOfManyRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import type { BooksService } from '../books.service';
import { createManyOwners } from '../many-owners';
import { createOwners, type Target } from '../owners';

const typeOf = ({ params }: RequestContext): string => params['type'] ?? '';
const targetOf = ({ params }: RequestContext): Target => ({ type: params['type'] ?? '', record: params['documentId'] ?? '' });

/** Owner and co-owners of a record: read by whoever sees the record, changed by whoever manages the team. */
export const createOwnersController = ({ strapi }: { strapi: Strapi }) => {
  const owners = createOwners(strapi, () => strapi.plugin('roster').service('books') as BooksService);
  const many = createManyOwners(strapi, () => strapi.plugin('roster').service('books') as BooksService);
  const answering = <T>(run: (ctx: RequestContext) => Promise<T>) => (ctx: RequestContext) => atTheDoor(async () => ({ data: await run(ctx) }));

  return {
    /** Owner and co-owners of a record that one sees. */
    find: answering((ctx) => owners.of(targetOf(ctx))),
    /** Makes a member the only owner, or nobody. */
    update: answering(async (ctx) => owners.set(targetOf(ctx), validData(changeOwnerRequest, ctx.request.body).owner)),
    /** Adds a member to the co-owners. */
    add: answering(async (ctx) => owners.add(targetOf(ctx), validData(addCoOwnerRequest, ctx.request.body).coOwner)),
    /** Who may own records, for whoever changes owners. */
    candidates: answering(() => many.candidates()),
    /** Who owns or helps with records of a type, as far as one sees them: for filters. */
    findHolders: answering((ctx) => many.holders(typeOf(ctx))),
    /** Owners of many records, as far as one sees them. */
    findMany: answering((ctx) => many.of(typeOf(ctx), validData(ownersOfManyRequest, ctx.request.body).records)),
    /** One owner for many records, or nobody: all of them or none. */
    updateMany: answering((ctx) => {
      const { records, owner } = validData(changeOwnersRequest, ctx.request.body);
      return many.set(typeOf(ctx), records, owner);
    }),
    /** Who owned a record when, and why. */
    history: answering((ctx) => owners.history(targetOf(ctx))),
    /** Takes a member off the co-owners. */
    remove: answering((ctx) => owners.remove(targetOf(ctx), ctx.params['member'] ?? '')),
  };
};
