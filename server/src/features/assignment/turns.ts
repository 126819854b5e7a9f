import { holdRow } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import type { Turn, TurnState } from './domain/rotation';

const TURN = own('turn');

interface Locking {
  select(columns: string[]): Locking;
  where(where: object): Locking;
  forUpdate(): Locking;
  execute(): Promise<{ state: string }[]>;
}

/** Where rotations stand. `take` has one turn taken, and nobody else takes one of the same part meanwhile. */
export interface Turns {
  take(rule: string, partition: string, choose: (state: TurnState) => Promise<Turn>): Promise<string | null>;
}

/** Those of the site: a turn holds its row until the transaction ends, on every node. */
export const createTurns = (strapi: Strapi): Turns => ({
  async take(rule, partition, choose) {
    await holdRow(strapi, TURN, { rule, partition }, { state: '{}' });
    // As it is after the wait, not as the transaction first saw it.
    const rows = strapi.db.queryBuilder(TURN) as unknown as Locking;
    const [row] = await rows.select(['state']).where({ rule, partition }).forUpdate().execute();
    const { member, state } = await choose(JSON.parse(row?.state ?? '{}') as TurnState);
    await strapi.db.query(TURN).updateMany({ where: { rule, partition }, data: { state: JSON.stringify(state) } });
    return member;
  },
});

/** Turns as they would be taken: begun where the site's stand, and forgotten afterwards. */
export const createRehearsal = (strapi: Strapi): Turns => {
  const states = new Map<string, TurnState>();
  return {
    async take(rule, partition, choose) {
      const key = `${rule} ${partition}`;
      if (!states.has(key)) {
        const row = (await strapi.db.query(TURN).findOne({ where: { rule, partition } })) as { state: string } | null;
        states.set(key, JSON.parse(row?.state ?? '{}') as TurnState);
      }
      const { member, state } = await choose(states.get(key) ?? {});
      states.set(key, state);
      return member;
    },
  };
};
