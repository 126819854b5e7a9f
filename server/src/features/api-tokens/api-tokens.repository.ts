import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';

const TOKEN = 'admin::api-token';
const BINDING = own('token-binding');

/** An API token as the host keeps it, without its key. */
export interface HostToken {
  readonly documentId: string;
  readonly name: string;
  readonly description: string | null;
  /** null from before the host had kinds: then it is of the content API. */
  readonly kind: 'content-api' | 'admin' | null;
  readonly type: 'read-only' | 'full-access' | 'custom' | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly adminUserOwner: { readonly documentId: string } | null;
}

export interface TokenBinding {
  readonly token: string;
  readonly member: string | null;
  readonly role: string | null;
}

const FIELDS = ['documentId', 'name', 'description', 'kind', 'type', 'lastUsedAt', 'expiresAt'] as const;

interface Deleting {
  readonly params: { readonly where?: object };
  state: { tokens?: string[] };
}

export const createApiTokensRepository = (strapi: Strapi) => {
  const tokens = () => strapi.db.query(TOKEN);
  const bindings = () => strapi.db.query(BINDING as never);
  return {
    tokens: () => tokens().findMany({ select: [...FIELDS], populate: { adminUserOwner: { select: ['documentId'] } }, orderBy: { name: 'asc' } }) as unknown as Promise<HostToken[]>,

    token: (documentId: string) =>
      tokens().findOne({ where: { documentId }, select: [...FIELDS], populate: { adminUserOwner: { select: ['documentId'] } } }) as unknown as Promise<HostToken | null>,

    bindings: () => bindings().findMany() as unknown as Promise<TokenBinding[]>,

    binding: (token: string) => bindings().findOne({ where: { token } as never }) as unknown as Promise<TokenBinding | null>,

    /** Idempotent, also from two nodes at once: the unique index makes it one row. */
    async bind({ token, member, role }: TokenBinding): Promise<void> {
      await insertMissing(strapi, BINDING, [{ documentId: createDocumentId(), token, member, role }], ['token']);
      await bindings().updateMany({ where: { token } as never, data: { member, role } as never });
    },

    countOf: (member: string): Promise<number> => bindings().count({ where: { member } as never }),

    /** Row ids of the tokens that are bound to a member, or owned by his user of the panel. */
    async idsOf(member: string, panelUser: string | null): Promise<number[]> {
      const bound = (await bindings().findMany({ where: { member } as never })) as unknown as TokenBinding[];
      const owned = panelUser === null ? [] : [{ adminUserOwner: { documentId: panelUser } }];
      const rows = await tokens().findMany({ where: { $or: [{ documentId: { $in: bound.map(({ token }) => token) } }, ...owned] } as never, select: ['id'] });
      return (rows as unknown as { id: number }[]).map(({ id }) => id);
    },

    async unbind(tokensToFree: readonly string[]): Promise<void> {
      await bindings().deleteMany({ where: { token: { $in: [...tokensToFree] } } as never });
    },

    /** A binding goes with its token, whichever way the host deletes it. */
    followDeletions(): void {
      const following = this.unbind;
      strapi.db.lifecycles.subscribe({
        models: [TOKEN],
        async beforeDelete(event: unknown) {
          const { params, state } = event as Deleting;
          const doomed = (await tokens().findMany({ where: (params.where ?? {}) as never, select: ['documentId'] })) as unknown as { documentId: string }[];
          state.tokens = doomed.map(({ documentId }) => documentId);
        },
        async afterDelete(event: unknown) {
          await following((event as Deleting).state.tokens ?? []);
        },
      } as never);
    },
  };
};
