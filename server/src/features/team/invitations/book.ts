import type { Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { groupBy } from '../../../kernel/group-by';
import { accessOf } from '../../access';
import { booksOf } from '../../books';
import type { BookItem, Invitation } from './invitations.repository';

/**
 * Who gives records away must see them, and the role must be one that may own.
 * @throws RosterError CANNOT_OWN, UNKNOWN_TYPE, NOT_FOUND, each with its place
 */
export const assertMayGiveBook = async (strapi: Strapi, role: string, book: readonly BookItem[]): Promise<void> => {
  if (book.length === 0) return;
  if (!(await accessOf(strapi).snapshot()).roles.get(role)?.mayOwn) throw new RosterError('CANNOT_OWN', 'Members with this role own no records.', { path: 'data.book' });
  const placeOf = (item: BookItem | undefined, key: keyof BookItem): string => `data.book[${book.findIndex((other) => other === item)}].${key}`;
  for (const [type, items] of groupBy(book, (item) => item.type)) {
    if (!accessOf(strapi).registry.bindings.get(type)?.owns) throw new RosterError('UNKNOWN_TYPE', undefined, { path: placeOf(items[0], 'type') });
    const seen = await doorPort.of(strapi).visibleAmong(type, items.map(({ record }) => record));
    const missing = items.find(({ record }) => !seen.has(record));
    if (missing) throw new RosterError('NOT_FOUND', undefined, { path: placeOf(missing, 'record') });
  }
};

interface Documents {
  findMany(params: object): Promise<readonly { readonly documentId: string }[]>;
}

/** What came with an invitation is his now, whoever has it meanwhile; what is not there any more is left out. How many records. */
export const takeBook = async (strapi: Strapi, { book, invitedBy, member }: Invitation): Promise<number> => {
  const by = invitedBy === null ? ({ kind: 'system' } as const) : ({ kind: 'member', member: invitedBy } as const);
  let taken = 0;
  for (const [type, items] of groupBy(book ?? [], (item) => item.type)) {
    const records = [...new Set(items.map(({ record }) => record))];
    const documents = strapi.documents(type as never) as unknown as Documents;
    const there = await documents.findMany({ fields: [], filters: { documentId: { $in: records } }, limit: records.length });
    const owners = (await booksOf(strapi).entriesOf(type, records)).filter(({ kind }) => kind === 'owner');
    const moves = there.map(({ documentId }) => ({ record: documentId, from: owners.find(({ record }) => record === documentId)?.member ?? null, to: member }));
    await booksOf(strapi).move(type, moves, { by });
    taken += moves.length;
  }
  return taken;
};
