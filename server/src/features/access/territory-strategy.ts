import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { NEVER, oneOf, via } from '../../kernel/predicate';
import type { ScopeStrategy } from '../../kernel/scope-strategy';
import { createTerritoryRepository } from './territory.repository';

/** `territory`: the records that lie in one of the member's territories. A type whose binding names no field for it lies in none. */
export const createTerritoryStrategy = (strapi: Strapi, bindings: ReadonlyMap<string, Binding>): ScopeStrategy => {
  const repository = createTerritoryRepository(strapi);

  const predicate: ScopeStrategy['predicate'] = ({ type, territories }) => {
    const { territory, territoryOf } = bindings.get(type) ?? {};
    if (territory === undefined) return NEVER;
    return territoryOf ? via(territory, territoryOf.type, oneOf(territoryOf.key, territories)) : oneOf(territory, territories);
  };

  return {
    scope: 'territory',
    predicate,
    facts: async (question, records) => new Set(await repository.within(question.type, records, predicate(question))),
  };
};
