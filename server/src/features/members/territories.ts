import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import { createTerritoriesRepository, type Territory } from './territories.repository';

/** A territory with how many members have it. */
export interface TerritoryInUse {
  readonly key: string;
  readonly name: string;
  readonly members: number;
}

const BY_SYSTEM: AuditActor = { kind: 'system' };

const fact = (action: AuditFact['action'], by: AuditActor, key: string, details: object = {}): AuditFact => ({
  action,
  actor: by,
  target: { type: 'territory', id: key },
  details: { ...details },
});

/** Which territories there are. Each change is one transaction with its audit entry. */
export const createTerritories = (strapi: Strapi) => {
  const repository = createTerritoriesRepository(strapi);
  const record = (...facts: AuditFact[]) => recordPort.of(strapi)(...facts);

  /** Held until the transaction ends: nobody is given a territory that goes at the same time. */
  const held = async (key: string): Promise<Territory> => {
    await lockRows(strapi, own('territory'), { key });
    const territory = await repository.find(key);
    if (!territory) throw new RosterError('NOT_FOUND');
    return territory;
  };

  const toInUse = async ({ id, key, name }: Territory): Promise<TerritoryInUse> => ({ key, name, members: await repository.countMembers(id) });

  const add = async (key: string, name: string, by: AuditActor): Promise<TerritoryInUse> => {
    await repository.insert({ key, name });
    await record(fact('territory.created', by, key, { name }));
    return { key, name, members: 0 };
  };

  return {
    all: async (): Promise<TerritoryInUse[]> => (await repository.all()).map(({ territory: { key, name }, members }) => ({ key, name, members })),

    /** Numbers of those of these keys that are there; they stay until the transaction ends, if one runs. */
    async numbersOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (keys.length === 0) return new Map();
      if (strapi.db.inTransaction()) await lockRows(strapi, own('territory'), { key: { $in: [...keys] } });
      return new Map((await repository.among(keys)).map(({ key, id }) => [key, id]));
    },

    /** @throws RosterError CONFLICT where there is one with this key */
    create: (key: string, name: string, by: AuditActor = BY_SYSTEM): Promise<TerritoryInUse> =>
      asConflict(() =>
        transaction(strapi, async () => {
          if (await repository.find(key)) throw new RosterError('CONFLICT', 'There is a territory with this key already.', { path: 'key' });
          return add(key, name, by);
        }),
      ),

    /** Makes a territory unless there is one with this key. */
    define: (key: string, name: string, by: AuditActor = BY_SYSTEM): Promise<void> =>
      transaction(strapi, async () => {
        if (!(await repository.find(key))) await add(key, name, by);
      }),

    /** @throws RosterError NOT_FOUND */
    rename: (key: string, name: string, by: AuditActor = BY_SYSTEM): Promise<TerritoryInUse> =>
      transaction(strapi, async () => {
        const territory = await held(key);
        if (territory.name === name) return toInUse(territory);
        await repository.rename(key, name);
        await record(fact('territory.renamed', by, key, { from: territory.name, to: name }));
        return toInUse({ ...territory, name });
      }),

    /** @throws RosterError NOT_FOUND, CONFLICT while members have it */
    remove: (key: string, by: AuditActor = BY_SYSTEM): Promise<void> =>
      transaction(strapi, async () => {
        const { id, name } = await held(key);
        const members = await repository.countMembers(id);
        if (members > 0) throw new RosterError('CONFLICT', `${members === 1 ? 'One member has' : `${members} members have`} this territory.`, { members });
        await repository.remove(id);
        await record(fact('territory.deleted', by, key, { name }));
      }),
  };
};
