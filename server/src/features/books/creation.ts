import type { Strapi } from '../../host/strapi';
import type { CreationHook } from '../../kernel/creation';
import { accessOf } from '../access';
import { createBooksRepository } from './books.repository';
import { createHistory } from './history';
import { ownershipOf } from './ownership';

/**
 * What a new record means for books: who made it with a limited reach and may own it, owns it;
 * whoever wrote a detail, a run or a personal record is its author.
 */
export const createCreationHook = (strapi: Strapi): CreationHook => {
  const repository = createBooksRepository(strapi);
  const history = createHistory(strapi);
  return async ({ type, record, member, scoped, mayOwn }) => {
    const binding = accessOf(strapi).registry.bindings.get(type);
    if (!binding) return;
    if (binding.owns) {
      if (!scoped || !mayOwn) return;
      // The write itself may have said who owns the record, or that its creator helps.
      const { owner, coOwners } = await ownershipOf(repository, type, record);
      if (owner !== null || coOwners.includes(member)) return;
      await repository.addOwners(type, [{ record, member }], 'creation');
      await history.write([{ type, record, seat: 'owner', from: null, to: member, by: { kind: 'member', member }, cause: { source: 'creation' } }]);
      await repository.projectAll(type, 'owner', [record]);
    } else if (binding.kind !== 'definition') {
      await repository.add([{ type, record, member, kind: 'author' }]);
      if (binding.kind === 'personal') await repository.project(type, [record], member);
    }
  };
};
