import type { Strapi } from '../../host/strapi';
import type { Abilities } from '../../../../contracts/http-check';
import type { Actor } from '../../kernel/actor';
import { accessOf } from '../access';
import type { Check } from './check';

/** What an actor may do with each of many records: the answers of `check`, record by record. */
export const createAbilities = (strapi: Strapi, check: Check) =>
  async (actor: Actor, type: string, records: readonly string[]): Promise<ReadonlyMap<string, Abilities>> => {
    const actions = accessOf(strapi).registry.actionsOn(type);
    const answers = await check(actor, records.flatMap((record) => actions.map((action) => ({ type, record, action }))));
    const of = (at: number): Abilities => Object.fromEntries(actions.map((action, index) => [action, answers[at * actions.length + index]?.allowed ?? false]));
    return new Map(records.map((record, at) => [record, of(at)]));
  };

export type AbilitiesOf = ReturnType<typeof createAbilities>;
