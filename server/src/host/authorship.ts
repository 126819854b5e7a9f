import { panelRole } from './accounts';
import { from } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';

const AUTHORS = ['createdBy', 'updatedBy'] as const;

interface Model {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, { readonly joinColumn?: { readonly name: string } | undefined } | undefined>>;
}

interface Rows extends PromiseLike<readonly { readonly id: number }[]> {
  where(where: object): Rows;
  select(column: string): Rows;
  limit(count: number): Rows;
  update(values: object): PromiseLike<number>;
}

/** Where the host notes who made a row and who changed it last: table and column. */
const columnsOf = (strapi: Strapi): readonly { readonly table: string; readonly column: string }[] =>
  [...(strapi.db.metadata as unknown as Map<string, Model>).values()].flatMap(({ tableName, attributes }) =>
    AUTHORS.flatMap((name) => {
      const column = attributes[name]?.joinColumn?.name;
      return column === undefined ? [] : [{ table: tableName, column }];
    }),
  );

/** Nobody who could sign in: without a password, and switched off. */
const createNobody = async (strapi: Strapi, { name, email }: { readonly name: string; readonly email: string }): Promise<number> => {
  const [firstname, ...rest] = name.split(' ');
  const data = { firstname, lastname: rest.join(' '), email, isActive: false, blocked: true, roles: [await panelRole(strapi)] };
  return ((await strapi.db.query('admin::user').create({ data: data as never })) as { id: number }).id;
};

/**
 * Has what a user of the panel wrote be by a user who stands for him, and whom this makes where he wrote anything: the host
 * would forget the author of every row together with him.
 */
export const leaveAuthorship = async (strapi: Strapi, user: number, instead: { readonly name: string; readonly email: string }): Promise<void> => {
  let nobody: number | undefined;
  for (const { table, column } of columnsOf(strapi)) {
    const rows = () => (from(strapi, table) as unknown as Rows).where({ [column]: user });
    if ((await runRaw(strapi, rows().select('id').limit(1))).length === 0) continue;
    nobody ??= await createNobody(strapi, instead);
    await runRaw(strapi, rows().update({ [column]: nobody }));
  }
};
