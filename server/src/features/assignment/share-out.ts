import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { takeTurn, type TurnState } from './domain/rotation';
import { readPool } from './pool';

/** Gives records to members so that all have about the same number afterwards. Nothing is changed. */
export const shareOut = async (strapi: Strapi, binding: Binding, records: readonly string[], members: readonly string[]): Promise<{ record: string; to: string }[]> => {
  const pool = await readPool(strapi, binding.type, undefined);
  const people = members.flatMap((member) => pool.people.get(member) ?? []);
  let state: TurnState = {};
  return records.flatMap((record) => {
    const turn = takeTurn('least', people.map(({ member, rank }) => ({ member, rank, weight: 1, load: pool.owned(member), isFree: true })), state);
    state = turn.state;
    if (turn.member === null) return [];
    pool.give(turn.member, 0, null);
    return [{ record, to: turn.member }];
  });
};
