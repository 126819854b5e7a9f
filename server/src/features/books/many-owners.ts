import type { Candidate } from '../../../../contracts/http-owners';
import type { Strapi } from '../../host/strapi';
import { auditActor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import type { BooksService } from './books.service';
import { possibleOwners } from './eligibility';
import { CHANGE_OWNERS } from './owners';
import { peopleAmong, withPeople, type Owners, type Person } from './people';

/** Owners of many records at a door: for lists, and for changing a selection in one go. */
export const createManyOwners = (strapi: Strapi, books: () => BooksService) => ({
  async of(type: string, records: readonly string[]): Promise<Readonly<Record<string, Owners>>> {
    books().assertOwns(type);
    const visible = [...(await doorPort.of(strapi).visibleAmong(type, records))];
    const owners = await withPeople(strapi, await books().ownerships(type, visible));
    return Object.fromEntries(visible.map((record, index) => [record, owners[index] as Owners]));
  },

  /** Who owns or helps with records of a type, out of those that the caller sees: by name, without those who are gone. */
  async holders(type: string): Promise<Person[]> {
    books().assertOwns(type);
    const members = await books().holdersWithin(type, doorPort.of(strapi).visibleRows(type));
    const person = await peopleAmong(strapi, members);
    const there = members.map(person).filter(({ name }) => name !== null);
    return there.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  },

  async set(type: string, records: readonly string[], owner: string | null): Promise<{ changed: number }> {
    const actor = doorPort.of(strapi).demand(CHANGE_OWNERS.feature, CHANGE_OWNERS.action, { type });
    books().assertOwns(type);
    const wanted = [...new Set(records)];
    const visible = await doorPort.of(strapi).visibleAmong(type, wanted);
    const missing = records.findIndex((record) => !visible.has(record));
    if (missing >= 0) throw new RosterError('NOT_FOUND', undefined, { path: `data.records[${missing}]` });
    const owners = new Map((await books().entriesOf(type, wanted)).filter(({ kind }) => kind === 'owner').map(({ record, member }) => [record, member]));
    const moves = wanted.map((record) => ({ record, from: owners.get(record) ?? null, to: owner })).filter(({ from, to }) => from !== to);
    await books().move(type, moves, { by: auditActor(actor) });
    return { changed: moves.length };
  },

  async candidates(): Promise<Candidate[]> {
    doorPort.of(strapi).demand(CHANGE_OWNERS.feature, CHANGE_OWNERS.action);
    const members = await possibleOwners(strapi);
    const sizes = await books().sizesOf(members.map(({ documentId }) => documentId));
    return members.map(({ documentId, name, email }) => ({ documentId, name, email, book: sizes.get(documentId) ?? 0 }));
  },
});
