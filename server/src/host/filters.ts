import { atTheDoor } from './http-errors';
import type { RequestContext, Strapi } from './strapi';

type Filters = Readonly<Record<string, unknown>>;

interface QueryDoor {
  readonly validate: { query(query: object, schema: unknown, options: object): Promise<unknown> };
  readonly sanitize: { query(query: object, schema: unknown, options: object): Promise<{ readonly filters?: Filters }> };
}

/**
 * Filters of a request, as the host's REST API takes them: checked, and without what the caller may not ask by.
 *
 * @throws ValidationError, as the host does
 */
export const takeFilters = (strapi: Strapi, ctx: RequestContext, uid: string, filters: Filters): Promise<Filters | undefined> =>
  atTheDoor(async () => {
    const { validate, sanitize } = strapi.contentAPI as unknown as QueryDoor;
    const [schema, options] = [strapi.getModel(uid as never), { auth: ctx.state.auth }];
    await validate.query({ filters }, schema, options);
    return (await sanitize.query({ filters }, schema, options)).filters;
  });
