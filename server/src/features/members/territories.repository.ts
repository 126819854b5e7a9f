import { linkRows } from '../../host/link-rows';
import { own, type Strapi } from '../../host/strapi';

const TERRITORY = own('territory');
const MEMBER = own('member');

export interface Territory {
  readonly id: number;
  /** What records name it by. */
  readonly key: string;
  readonly name: string;
}

interface Counted extends Territory {
  readonly members: { readonly count: number };
}

/** Territories, and who has which. */
export const createTerritoriesRepository = (strapi: Strapi) => {
  const territories = () => strapi.db.query(TERRITORY);
  const members = () => strapi.db.query(MEMBER);

  return {
    find: (key: string) => territories().findOne({ where: { key } }) as Promise<Territory | null>,
    insert: (values: { key: string; name: string }) => territories().create({ data: values }) as Promise<Territory>,
    async rename(key: string, name: string): Promise<void> {
      await territories().updateMany({ where: { key }, data: { name } });
    },
    async remove(id: number): Promise<void> {
      await territories().delete({ where: { id } });
    },

    /** All, by name, with how many members have each. */
    async all(): Promise<{ territory: Territory; members: number }[]> {
      const rows = (await territories().findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], populate: { members: { count: true } } as never })) as unknown as Counted[];
      return rows.map((territory) => ({ territory, members: Number(territory.members.count) }));
    },

    countMembers: (id: number) => members().count({ where: { territories: { id } } as never }),

    among: (keys: readonly string[]) => territories().findMany({ where: { key: { $in: [...keys] } } }) as Promise<Territory[]>,

    /** Keys of the territories of members, in their order; who has none is not there. */
    async of(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
      const rows = (await members().findMany({
        where: { documentId: { $in: [...documentIds] } },
        select: ['documentId'],
        populate: { territories: { select: ['key'] } } as never,
      })) as unknown as { documentId: string; territories: { key: string }[] }[];
      return new Map(rows.map(({ documentId, territories: has }) => [documentId, has.map(({ key }) => key).sort()]));
    },

    /** Gives new members a territory each. */
    give: (links: readonly { readonly member: string; readonly territory: number }[]): Promise<void> =>
      linkRows(strapi, MEMBER, 'territories', links.map(({ member, territory }) => ({ from: member, to: territory }))),

    async set(member: number, ids: readonly number[]): Promise<void> {
      await members().update({ where: { id: member }, data: { territories: [...ids] } as never });
    },
  };
};

export type TerritoriesRepository = ReturnType<typeof createTerritoriesRepository>;
