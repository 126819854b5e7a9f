import { from, metaOf, type Sql } from '../../host/predicate-sql';
import { own, type Strapi } from '../../host/strapi';

/** A member with everything that a request needs to know of him: one row per grant. */
interface PrincipalRow {
  document_id: string;
  name: string;
  email: string;
  status: string;
  grant_role: string | null;
  grant_ends_at: number | string | Date | null;
  revision: number;
  co_owner: number | boolean;
}

export interface Principal {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
  readonly status: string;
  readonly grants: readonly { readonly role: string; readonly endsAt: Date | null }[];
  /** Of roles and matrix, as of the same moment. */
  readonly revision: number;
  /** Kinds of entries that he holds at all. */
  readonly holds: ReadonlySet<string>;
}


interface Builder {
  alias: string;
  raw(sql: string, bindings?: readonly unknown[]): unknown;
  join(join: object): Builder;
  select(columns: readonly unknown[]): Builder;
  where(where: object): Builder;
  execute(options: object): Promise<PrincipalRow[]>;
}

const toPrincipal = (rows: readonly PrincipalRow[]): Principal | undefined => {
  const [first] = rows;
  if (!first) return undefined;
  return {
    documentId: first.document_id,
    name: first.name,
    email: first.email,
    status: first.status,
    revision: Number(first.revision),
    holds: new Set(first.co_owner ? ['co-owner'] : []),
    grants: rows.flatMap(({ grant_role: role, grant_ends_at: endsAt }) =>
      role === null ? [] : [{ role, endsAt: endsAt === null ? null : new Date(endsAt) }],
    ),
  };
};

/**
 * Member, roles, policy revision and kinds of entries in one statement per request: it reads the
 * tables of three features, so that freshness on every node costs a single round trip.
 */
export const createPrincipalRepository = (strapi: Strapi) => ({
  async find(where: Record<string, string>): Promise<Principal | undefined> {
    const builder = strapi.db.queryBuilder(own('member')) as unknown as Builder;
    const table = (name: string) => metaOf(strapi, own(name)).tableName;
    const revision: Sql = from(strapi, `${table('policy')} as rp`).select('rp.revision').where({ 'rp.key': 'matrix' });
    const coOwner: Sql = from(strapi, `${table('entry')} as re`)
      .select('re.id')
      .whereRaw('?? = ??', ['re.member', `${builder.alias}.document_id`])
      .where({ 're.kind': 'co-owner' });
    const rows = await builder
      .join({ alias: 'rg', referencedTable: table('grant'), referencedColumn: 'member', rootColumn: 'document_id', rootTable: builder.alias })
      .select([
        'documentId',
        'name',
        'email',
        'status',
        builder.raw('?? as ??', ['rg.role', 'grant_role']),
        builder.raw('?? as ??', ['rg.ends_at', 'grant_ends_at']),
        builder.raw('? as ??', [revision, 'revision']),
        builder.raw('exists ? as ??', [coOwner, 'co_owner']),
      ])
      .where(where)
      .execute({ mapResults: false });
    return toPrincipal(rows);
  },
});
