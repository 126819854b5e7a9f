import type { FieldKind, Operator } from '../../../../../contracts/conditions';

/**
 * The questions that a field of each kind can be asked, in the order of the list to choose from.
 * The contract has the same ones, and brings a validator that the panel has no use for.
 */
export const OPERATORS_BY_KIND: Readonly<Record<FieldKind, readonly Operator[]>> = {
  number: ['above', 'atLeast', 'below', 'atMost', 'between', 'equals', 'notEquals', 'in', 'notIn', 'empty', 'notEmpty'],
  text: ['equals', 'notEquals', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'matches', 'empty', 'notEmpty'],
  boolean: ['equals', 'notEquals', 'empty', 'notEmpty'],
  date: ['above', 'atLeast', 'below', 'atMost', 'between', 'equals', 'notEquals', 'in', 'notIn', 'empty', 'notEmpty'],
  enum: ['equals', 'notEquals', 'in', 'notIn', 'empty', 'notEmpty'],
  relation: ['equals', 'notEquals', 'in', 'notIn', 'empty', 'notEmpty'],
};

/** How many values an operator takes: none, one, a list, or a lower and a higher one. */
export type Shape = 'none' | 'one' | 'many' | 'pair';

export const shapeOf = (operator: Operator): Shape => {
  switch (operator) {
    case 'empty':
    case 'notEmpty':
      return 'none';
    case 'in':
    case 'notIn':
      return 'many';
    case 'between':
      return 'pair';
    default:
      return 'one';
  }
};
