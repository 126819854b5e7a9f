import { availabilityRequest, booksQuery, unassignedQuery, type Availability, type BooksInfo, type UnassignedPage } from '../../../../../contracts/http-availability';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData, validQuery } from '../../../kernel/validate';
import type { AssignmentService } from '../assignment.service';

const FEATURE = 'team_management';

/** How books are spread over the team, what nobody looks after, and how much each takes. */
export const createBooksController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('assignment') as AssignmentService;
  const demand = (action: 'view' | 'update') => doorPort.of(strapi).demand(FEATURE, action);

  return {
    /** The book of each member: how many records, and what they are worth. */
    find: (ctx: RequestContext) =>
      atTheDoor((): Promise<BooksInfo> => {
        demand('view');
        return service().distribution(validQuery(booksQuery, ctx.query).type);
      }),

    /** Records that one sees without an owner, with one who is gone, or waiting for somebody who is free. */
    unassigned: (ctx: RequestContext) =>
      atTheDoor((): Promise<UnassignedPage> => {
        demand('view');
        const query = validQuery(unassignedQuery, ctx.query);
        return service().unassigned(query, doorPort.of(strapi).visibleRows(query.type));
      }),

    /** Says how much a member takes from rotations, and when nothing. */
    setAvailability: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: Availability }> => {
        const member = ctx.params['documentId'] ?? '';
        const actor = demand('update');
        const data = validData(availabilityRequest, ctx.request.body);
        await service().setAvailability(member, data, auditActor(actor));
        return { data };
      }),
  };
};
