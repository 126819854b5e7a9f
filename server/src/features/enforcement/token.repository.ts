import { own, type Strapi } from '../../host/strapi';

/** An API token of the host with what it is bound to. */
export interface BoundToken {
  readonly documentId: string;
  readonly name: string;
  readonly member: string | null;
  readonly role: string | null;
}

interface TokenRow {
  readonly documentId: string;
  readonly name: string;
}

/** What a request that comes with an API token needs to know of it, by the row id that the host gives away. */
export const createTokenRepository = (strapi: Strapi) => ({
  async find(id: number): Promise<BoundToken | undefined> {
    const token = (await strapi.db.query('admin::api-token').findOne({ where: { id }, select: ['documentId', 'name'] })) as TokenRow | null;
    if (!token) return undefined;
    const bound = (await strapi.db.query(own('token-binding') as never).findOne({ where: { token: token.documentId } as never })) as unknown as Pick<BoundToken, 'member' | 'role'> | null;
    return { documentId: token.documentId, name: token.name, member: bound?.member ?? null, role: bound?.role ?? null };
  },
});
