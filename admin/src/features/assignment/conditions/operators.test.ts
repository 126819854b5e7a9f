import { FIELD_KINDS, OPERATORS_OF } from '../../../../../contracts/conditions';
import { OPERATORS_BY_KIND, shapeOf } from './operators';

describe('the operators to choose from', () => {
  it.each(FIELD_KINDS)('are those of the contract for a %s', (kind) => {
    expect([...OPERATORS_BY_KIND[kind]].sort()).toEqual([...OPERATORS_OF[kind]].sort());
  });

  it('take no value, one, a list or a pair', () => {
    expect((['notEmpty', 'above', 'notIn', 'between'] as const).map(shapeOf)).toEqual(['none', 'one', 'many', 'pair']);
  });
});
