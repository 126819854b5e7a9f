import type { Rotation } from '../../../../contracts/http-rules';
import { takeTurn, type Candidate, type TurnState } from './domain/rotation';
import { tell } from './domain/values';
import type { Colleague, Pool } from './pool';
import type { Turns } from './turns';

interface Asked {
  readonly rule: string;
  readonly rotation: Rotation;
  readonly record: unknown;
  /** The key of the record's territory, if it has one. */
  readonly territory: string | undefined;
}

const poolOf = ({ rotation: { pool }, territory }: Asked, { people }: Pool): Colleague[] => {
  if (pool === 'everyone') return [...people.values()];
  if (pool === 'territory') return [...people.values()].filter(({ territories }) => territory !== undefined && territories.has(territory));
  // A list has its own order.
  return pool.flatMap((member, rank) => {
    const colleague = people.get(member);
    return colleague ? [{ ...colleague, rank }] : [];
  });
};

const candidateOf = ({ member, rank, weight, capacity, isAway }: Colleague, measure: Rotation['measure'], pool: Pool): Candidate => ({
  member,
  rank,
  weight,
  load: measure === 'value' ? pool.worth(member) : pool.owned(member),
  isFree: !isAway && (capacity === null || pool.owned(member) < capacity),
});

/** A part is named by the field's value, whatever its kind. */
const KINDS = ['relation', 'text', 'number', 'boolean', 'date'] as const;

/** The part of a rotation that a record belongs to: what its field says, or all in one. */
const partitionOf = ({ rotation: { partition, pool }, record, territory }: Asked): string => {
  const ofTerritory = pool === 'territory' ? (territory ?? '') : '';
  if (partition === null) return ofTerritory.slice(0, 191);
  const value = KINDS.flatMap((kind) => tell(record, partition, kind) ?? []).slice(0, 1).join();
  return (ofTerritory === '' || ofTerritory === value ? value : `${ofTerritory}/${value}`).slice(0, 191);
};

/** Has a rotation choose for a record; null where nobody is free. The pool is read when the turn is held: what others were given before counts. */
export const chooseInTurn = (asked: Asked, turns: Turns, pool: () => Promise<Pool>): Promise<string | null> =>
  turns.take(asked.rule, partitionOf(asked), async (state: TurnState) => {
    const present = await pool();
    return takeTurn(asked.rotation.mode, poolOf(asked, present).map((colleague) => candidateOf(colleague, asked.rotation.measure, present)), state);
  });
