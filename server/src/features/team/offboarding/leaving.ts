import type { BookLeft, Offboarding } from '../../../../../contracts/http-offboarding';
import { displayNameOf } from '../../../host/content-types';
import type { Strapi } from '../../../host/strapi';
import { sumByOwner } from '../../../host/sum-by-owner';
import type { Binding } from '../../../kernel/binding';
import { clockPort } from '../../../kernel/clock';
import { accessOf } from '../../access';
import { apiTokensOf } from '../../api-tokens';
import { assignmentOf } from '../../assignment';
import { booksOf } from '../../books';
import type { Member } from '../../members';
import { createLeavingRepository } from './leaving.repository';

/** What it means that a member leaves, or comes back: what is his of each type, and what goes on without him. */
export const createLeaving = (strapi: Strapi) => {
  const repository = createLeavingRepository(strapi);

  const bookOf = async ({ type, value, owns }: Binding, { documentId, deactivatedAt }: Member, now: Date): Promise<BookLeft> => {
    const books = booksOf(strapi);
    const owned = owns ? await books.countOf(documentId, type, 'owner') : 0;
    const sums = owned > 0 && value !== undefined ? await sumByOwner(strapi, type, value, [documentId]) : undefined;
    return {
      type,
      displayName: displayNameOf(strapi, type),
      owned,
      helps: owns ? await books.countOf(documentId, type, 'co-owner') : 0,
      shared: await repository.countShared(type, documentId, now),
      field: value ?? null,
      value: value === undefined ? null : (sums?.get(documentId) ?? 0),
      movedAway: owns && deactivatedAt !== null ? await repository.countMovedSince(type, documentId, new Date(deactivatedAt)) : 0,
    };
  };

  return async (member: Member): Promise<Offboarding> => {
    const { documentId, name, status } = member;
    const now = clockPort.of(strapi)();
    const records = [...accessOf(strapi).registry.bindings.values()].filter(({ kind, mode }) => kind === 'record' && mode !== 'off');
    const books: BookLeft[] = [];
    for (const binding of records) books.push(await bookOf(binding, member, now));
    return {
      member: { documentId, name, status },
      roles: (await accessOf(strapi).reachOf(documentId)).roles.map(({ key }) => key),
      books: books.filter(({ owned, helps, shared, movedAway }) => owned + helps + shared + movedAway > 0),
      pending: {
        invitations: await repository.countInvitations(documentId, now),
        apiTokens: await apiTokensOf(strapi).countOf(documentId),
        rules: await assignmentOf(strapi).countRulesFor(documentId),
      },
    };
  };
};
