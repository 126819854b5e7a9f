import { shareRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import type { BooksService } from '../books.service';
import type { Target } from '../owners';
import { createSharing } from '../sharing';

const targetOf = ({ params }: RequestContext): Target => ({ type: params['type'] ?? '', record: params['documentId'] ?? '' });

/** With whom a record is shared: read by whoever sees the record, changed by its owner and by whoever manages the team. */
export const createSharesController = ({ strapi }: { strapi: Strapi }) => {
  const sharing = createSharing(strapi, () => strapi.plugin('roster').service('books') as BooksService);
  const answering = <T>(run: (ctx: RequestContext) => Promise<T>) => (ctx: RequestContext) => atTheDoor(async () => ({ data: await run(ctx) }));

  return {
    /** With whom a record that one sees is shared now. */
    find: answering((ctx) => sharing.of(targetOf(ctx))),
    /** Who could be shown a record, for whoever may share it. */
    candidates: answering((ctx) => sharing.candidates(targetOf(ctx))),
    /** Shares a record with a member, or changes until when it is shared. */
    add: answering(async (ctx) => {
      const { member, endsAt } = validData(shareRequest, ctx.request.body);
      return sharing.add(targetOf(ctx), member, endsAt);
    }),
    /** Takes a share away. */
    remove: answering((ctx) => sharing.remove(targetOf(ctx), ctx.params['member'] ?? '')),
  };
};
