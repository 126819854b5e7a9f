import { ownerFilter } from '../../../../contracts/owner-filter';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';
import { NEVER, any, every, type Predicate } from '../../kernel/predicate';
import { validQuery } from '../../kernel/validate';
import { assertOwns } from './eligibility';

const ownedBy = (owner: string): Predicate => ({ kind: 'equals', attribute: OWNER_ATTRIBUTE, value: owner === 'nobody' ? null : owner });

const bookOf = (type: string, member: string | null): Predicate =>
  member === null ? NEVER : any(ownedBy(member), { kind: 'entry', entryKind: 'co-owner', member, type });

const memberIn = (actor: Actor): string | null => (actor.kind === 'member' ? actor.member.documentId : null);

/**
 * The rows of a list that a filter by owner leaves, out of those whose owner the caller may know: the ones
 * that he sees.
 * @throws RosterError UNKNOWN_TYPE, VALIDATION_FAILED with the name of the parameter, or 403
 */
export const createListFilter =
  (strapi: Strapi) =>
  (type: string, asked: unknown): Predicate => {
    assertOwns(strapi, type);
    const visible = doorPort.of(strapi).visibleRows(type);
    const { roster } = validQuery(ownerFilter, { roster: asked });
    const mine = memberIn(doorPort.of(strapi).actor());
    return every(
      visible,
      ...(roster.owner === undefined ? [] : [ownedBy(roster.owner)]),
      ...(roster.book === undefined ? [] : [bookOf(type, roster.book === 'mine' ? mine : roster.book)]),
    );
  };
