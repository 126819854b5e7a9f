import type { Binding } from '../../kernel/binding';
import { createTerritoryStrategy } from './territory-strategy';

const bind = (rest: Partial<Binding>): Binding => ({ type: 'x', feature: 'customer_360', kind: 'record', mode: 'enforce', nonMembers: 'closed', audit: 'fact', owns: true, fields: new Map(), ...rest });

const { predicate } = createTerritoryStrategy(
  {} as never,
  new Map([
    ['customer', bind({ territory: 'territory' })],
    ['site', bind({ territory: 'region', territoryOf: { type: 'region', key: 'key' } })],
    ['store', bind({ territory: 'area', territoryOf: { type: 'area', key: 'documentId' } })],
    ['article', bind({})],
  ]),
);

const reached = (type: string, ...territories: string[]) => predicate({ member: 'carla', type, holds: new Set(), territories, asOf: new Date(0) });

describe('a territory', () => {
  it('is in a field of the record', () => {
    expect(reached('customer', 'latam', 'north')).toEqual({ kind: 'oneOf', attribute: 'territory', values: ['latam', 'north'] });
  });

  it('or is the key of what a relation points at, or its documentId', () => {
    expect(reached('site', 'north')).toEqual({ kind: 'via', attribute: 'region', targetType: 'region', target: { kind: 'oneOf', attribute: 'key', values: ['north'] } });
    expect(reached('store', 'a1')).toMatchObject({ attribute: 'area', target: { attribute: 'documentId', values: ['a1'] } });
  });

  it('reaches nothing for who has none, of a type that names no field, and of one without a binding', () => {
    for (const type of ['customer', 'site', 'store']) expect(reached(type)).toEqual({ kind: 'never' });
    for (const type of ['article', 'nothing']) expect(reached(type, 'north')).toEqual({ kind: 'never' });
  });
});
