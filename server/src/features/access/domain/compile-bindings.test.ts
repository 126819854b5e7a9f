import type { BindingConfig } from './access-config';
import { compileBindings } from './compile-bindings';

const relation = (target: string, kind = 'manyToOne') => ({ type: 'relation', relation: kind, target });
const attributes = { name: { type: 'string' }, area: { type: 'enumeration' }, arr: { type: 'decimal' }, region: relation('region'), zone: relation('zone', 'oneToOne'), tags: relation('region', 'manyToMany'), subject: { type: 'relation', relation: 'morphToOne' } };
const types = { customer: { attributes }, region: { attributes: { key: { type: 'string' } } }, zone: { attributes: { key: { type: 'integer' } } } };

const territoryIn = (territory: string, rest: Partial<BindingConfig> = {}) => {
  const configs = { customer: { feature: 'customer_360', kind: 'record', territory, ...rest } };
  const { territory: found, territoryOf } = compileBindings(configs, { features: ['customer_360'], types, mode: 'enforce' }).get('customer') ?? {};
  return { found, territoryOf };
};

describe('the territory of a binding', () => {
  it('is a text of the record', () => {
    for (const name of ['name', 'area']) expect(territoryIn(name)).toEqual({ found: name, territoryOf: undefined });
  });

  it('or the key of what a to-one relation points at; without a text of that name, its documentId', () => {
    expect(territoryIn('region')).toEqual({ found: 'region', territoryOf: { type: 'region', key: 'key' } });
    expect(territoryIn('zone')).toEqual({ found: 'zone', territoryOf: { type: 'zone', key: 'documentId' } });
  });

  it.each([
    ['arr', {}, /bindings\['customer'\]\.territory: "arr" is neither a text nor a to-one relation/],
    ['tags', {}, /"tags" is neither/],
    ['subject', {}, /"subject" is neither/],
    ['regoin', {}, /unknown field "regoin", did you mean "region"\?/],
    ['name', { kind: 'definition' }, /only a binding of kind "record" has a territory/],
  ])('and nothing else: %s', (territory, rest, message) => {
    expect(() => territoryIn(territory, rest)).toThrow(message);
  });
});
