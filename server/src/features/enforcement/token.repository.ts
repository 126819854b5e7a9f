import { own, type Strapi } from '../../host/strapi';
import type { TokenRef } from '../../kernel/actor';

/** An API token of the host with what it is bound to. */
export interface BoundToken extends TokenRef {
  readonly member: string | null;
  readonly role: string | null;
}

/** What a request that comes with an API token needs to know of it, by the row id that the host gives away. */
export const createTokenRepository = (strapi: Strapi) => {
  const named = (id: number) => strapi.db.query('admin::api-token').findOne({ where: { id }, select: ['documentId', 'name'] }) as Promise<TokenRef | null>;

  return {
    named,

    async find(id: number): Promise<BoundToken | undefined> {
      const token = await named(id);
      if (!token) return undefined;
      const bound = (await strapi.db.query(own('token-binding') as never).findOne({ where: { token: token.documentId } as never })) as unknown as Pick<BoundToken, 'member' | 'role'> | null;
      return { documentId: token.documentId, name: token.name, member: bound?.member ?? null, role: bound?.role ?? null };
    },
  };
};
