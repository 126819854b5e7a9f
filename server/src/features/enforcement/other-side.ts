import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { NEVER, type Predicate } from '../../kernel/predicate';
import type { Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';

/** The side of a relation whose other side holds it: to write here is to edit the records there. */
export const isInverse = ({ relation }: Slot): boolean => Boolean(relation.mappedBy ?? relation.morphBy);

/**
 * The records of a type that an actor may edit through the other side of one of their relations. Where that
 * relation says in which territory they lie, he would move them: who may not move them anywhere uses the field,
 * which looks where to.
 */
export const editableFromOtherSide = (gate: EnforcementGate, actor: Actor, binding: Binding, { relation }: Slot): Predicate => {
  const moves = binding.territory !== undefined && relation.mappedBy === binding.territory;
  return moves && gate.place(actor, binding, 'update').kind !== 'always' ? NEVER : gate.forActor(actor, binding, 'update');
};
