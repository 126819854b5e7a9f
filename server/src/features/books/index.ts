import { applyListFilters, filterLists } from '../../host/list-filter';
import { tellPanelOfTypes } from '../../host/panel-schema';
import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { creationPort } from '../../kernel/creation';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { strategiesPort } from '../../kernel/scope-strategy';
import { isOwned, type Binding } from '../../kernel/binding';
import { accessOf } from '../access';
import { createBooksRepository } from './books.repository';
import { createBooksService, type BooksService } from './books.service';
import { assignment } from './content-types/assignment';
import { entry } from './content-types/entry';
import { createCreationHook } from './creation';
import { createBooksEraser } from './eraser';
import { booksGraphql } from './graphql';
import { createOwnersController } from './http/owners.controller';
import { booksRoutes } from './http/routes';
import { createSharesController } from './http/shares.controller';
import { keepBooks } from './keeper';
import { createListFilter } from './list-filter';
import { addOwnerColumn } from './owner-column';
import { restoreProjection } from './restore-projection';
import { createSharesRepository } from './shares.repository';
import { createStrategies } from './strategies';
import { completeVirtualFields, installVirtualFields } from './virtual-fields';

/** Whether the panel shows owners of a type, and lets one look for them. */
const hasOwners = (binding: Binding | undefined): boolean => binding !== undefined && binding.owns && binding.mode !== 'off';

/** Who owns a record, who helps, who wrote it; to whom it is shown besides; and the scopes `own`, `book` and `shared` that follow from it. */
export const books = defineFeature<Strapi>({
  name: 'books',
  contentTypes: { entry, assignment },
  services: { books: createBooksService },
  controllers: { owners: createOwnersController, shares: createSharesController },
  routes: booksRoutes,
  graphql: booksGraphql,
  register({ strapi }) {
    const { bindings } = accessOf(strapi).registry;
    for (const binding of bindings.values()) if (isOwned(binding)) addOwnerColumn(strapi, binding.type);
    const strategies = strategiesPort.of(strapi);
    for (const strategy of createStrategies({ books: createBooksRepository(strapi), shares: createSharesRepository(strapi) }, (type) => bindings.get(type)?.owns ?? false)) {
      strategies.set(strategy.scope, strategy);
    }
    installVirtualFields(strapi);
    creationPort.of(strapi).push(createCreationHook(strapi));
    erasersPort.of(strapi).push(createBooksEraser(strapi));
    filterLists(strapi, createListFilter(strapi));
    tellPanelOfTypes(strapi, (type) => (hasOwners(bindings.get(type)) ? { owners: true } : undefined));
  },
  async bootstrap({ strapi }) {
    completeVirtualFields(strapi);
    keepBooks(strapi);
    applyListFilters(strapi, [...accessOf(strapi).registry.bindings.values()].filter(hasOwners).map(({ type }) => type));
    await restoreProjection(strapi);
  },
});

export const booksOf = service<BooksService>('books');
export { possibleOwners } from './eligibility';
export { peopleAmong, type Person } from './people';
export type { Entry } from './books.repository';
export type { Cause, Reason } from './cause';
export type { Source } from './content-types/entry';
export type { Move, Word } from './moves';
export type { BooksService };
