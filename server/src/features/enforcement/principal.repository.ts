import { RESTRICTIONS, type Restriction } from '../../../../contracts/http-members';
import { from, metaOf, type JoinTable, type Sql } from '../../host/predicate-sql';
import { prepare, type Preparable } from '../../host/prepared';
import { own, type Strapi } from '../../host/strapi';

/** A member with everything that a request needs to know of him: one row for each grant in each of his territories. */
interface PrincipalRow {
  document_id: string;
  name: string;
  email: string;
  status: string;
  grant_role: string | null;
  grant_ends_at: number | string | Date | null;
  revision: number;
  co_owner: number | boolean;
  shared: number | boolean;
  territory: string | null;
  restriction: string | null;
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
  /** Keys of his territories, in their order. */
  readonly territories: readonly string[];
  readonly restriction: Restriction;
}

interface Builder extends Preparable<PrincipalRow> {
  alias: string;
  raw(sql: string, bindings?: readonly unknown[]): unknown;
  join(join: object): Builder;
  select(columns: readonly unknown[]): Builder;
  where(where: object): Builder;
}

/** By himself, or by the user of the host at a door. */
type PrincipalKey = 'documentId' | 'apiUser' | 'panelUser';

/** What no version of ours has written narrows as far as can be. */
const restrictionOf = (stored: string | null): Restriction => (stored === null ? 'none' : (RESTRICTIONS.find((known) => known === stored) ?? 'shared'));

const toPrincipal = (rows: readonly PrincipalRow[]): Principal | undefined => {
  const [first] = rows;
  if (!first) return undefined;
  return {
    documentId: first.document_id,
    name: first.name,
    email: first.email,
    status: first.status,
    revision: Number(first.revision),
    holds: new Set([...(first.co_owner ? ['co-owner'] : []), ...(first.shared ? ['shared'] : [])]),
    territories: [...new Set(rows.flatMap(({ territory }) => territory ?? []))].sort(),
    restriction: restrictionOf(first.restriction),
    grants: rows.flatMap(({ grant_role: role, grant_ends_at: endsAt }) =>
      role === null ? [] : [{ role, endsAt: endsAt === null ? null : new Date(endsAt) }],
    ),
  };
};

/**
 * Member, roles, territories, policy revision and kinds of entries in one statement per request: it reads
 * the tables of three features, so that freshness on every node costs a single round trip.
 */
export const createPrincipalRepository = (strapi: Strapi) => {
  const statement = (by: PrincipalKey) => (value: string): Builder => {
    const builder = strapi.db.queryBuilder(own('member')) as unknown as Builder;
    const table = (name: string) => metaOf(strapi, own(name)).tableName;
    const revision: Sql = from(strapi, `${table('policy')} as rp`).select('rp.revision').where({ 'rp.key': 'matrix' });
    const entry = (kind: string): Sql =>
      from(strapi, `${table('entry')} as re`).select('re.id').whereRaw('?? = ??', ['re.member', `${builder.alias}.document_id`]).where({ 're.kind': kind });
    const { name, joinColumn, inverseJoinColumn } = metaOf(strapi, own('member')).attributes['territories']?.joinTable as JoinTable;
    return builder
      .join({ alias: 'rg', referencedTable: table('grant'), referencedColumn: 'member', rootColumn: 'document_id', rootTable: builder.alias })
      .join({ alias: 'rl', referencedTable: name, referencedColumn: joinColumn.name, rootColumn: 'id', rootTable: builder.alias })
      .join({ alias: 'rt', referencedTable: table('territory'), referencedColumn: 'id', rootColumn: inverseJoinColumn.name, rootTable: 'rl' })
      .select([
        'documentId',
        'name',
        'email',
        'status',
        'restriction',
        builder.raw('?? as ??', ['rg.role', 'grant_role']),
        builder.raw('?? as ??', ['rg.ends_at', 'grant_ends_at']),
        builder.raw('? as ??', [revision, 'revision']),
        builder.raw('exists ? as ??', [entry('co-owner'), 'co_owner']),
        builder.raw('exists ? as ??', [entry('shared'), 'shared']),
        builder.raw('?? as ??', ['rt.key', 'territory']),
      ])
      .where({ [by]: value });
  };

  const statements = {
    documentId: prepare(strapi, statement('documentId')),
    apiUser: prepare(strapi, statement('apiUser')),
    panelUser: prepare(strapi, statement('panelUser')),
  };

  return {
    find: async (by: PrincipalKey, value: string): Promise<Principal | undefined> => toPrincipal(await statements[by](value)),
  };
};
