import { applyListFilters, filterLists } from '../../host/list-filter';
import { tellPanelOfTypes } from '../../host/panel-schema';
import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { creationPort } from '../../kernel/creation';
import { defineFeature } from '../../kernel/define-feature';
import { strategiesPort } from '../../kernel/scope-strategy';
import { isOwned, type Binding } from '../../kernel/binding';
import { accessOf } from '../access';
import { createBooksRepository } from './books.repository';
import { createBooksService, type BooksService } from './books.service';
import { assignment } from './content-types/assignment';
import { entry } from './content-types/entry';
import { createCreationHook } from './creation';
import { booksGraphql } from './graphql';
import { createOwnersController } from './http/owners.controller';
import { booksRoutes } from './http/routes';
import { keepBooks } from './keeper';
import { createListFilter } from './list-filter';
import { addOwnerColumn } from './owner-column';
import { restoreProjection } from './restore-projection';
import { createStrategies } from './strategies';

/** Whether the panel shows owners of a type, and lets one look for them. */
const hasOwners = (binding: Binding | undefined): boolean => binding !== undefined && binding.owns && binding.mode !== 'off';

/** Who owns a record, who helps, who wrote it; and the scopes `own` and `book` that follow from it. */
export const books = defineFeature<Strapi>({
  name: 'books',
  contentTypes: { entry, assignment },
  services: { books: createBooksService },
  controllers: { owners: createOwnersController },
  routes: booksRoutes,
  graphql: booksGraphql,
  register({ strapi }) {
    const { bindings } = accessOf(strapi).registry;
    for (const binding of bindings.values()) if (isOwned(binding)) addOwnerColumn(strapi, binding.type);
    const strategies = strategiesPort.of(strapi);
    for (const strategy of createStrategies(createBooksRepository(strapi), (type) => bindings.get(type)?.owns ?? false)) {
      strategies.set(strategy.scope, strategy);
    }
    creationPort.of(strapi).push(createCreationHook(strapi));
    filterLists(strapi, createListFilter(strapi));
    tellPanelOfTypes(strapi, (type) => (hasOwners(bindings.get(type)) ? { owners: true } : undefined));
  },
  async bootstrap({ strapi }) {
    keepBooks(strapi);
    applyListFilters(strapi, [...accessOf(strapi).registry.bindings.values()].filter(hasOwners).map(({ type }) => type));
    await restoreProjection(strapi);
  },
});

export const booksOf = service<BooksService>('books');
export type { BooksService };
