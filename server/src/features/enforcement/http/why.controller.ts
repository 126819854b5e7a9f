import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { enforcementOf } from '../enforcement.service';

/** Why I see a record: which roles, how far they reach, and within what of it the record lies. */
export const createWhyController = ({ strapi }: { strapi: Strapi }) => ({
  find: ({ params }: RequestContext) => atTheDoor(async () => ({ data: await enforcementOf(strapi).why(params['type'] ?? '', params['documentId'] ?? '') })),
});
