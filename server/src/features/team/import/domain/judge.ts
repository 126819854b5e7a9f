import { email as address } from '../../../../../../contracts/http-invitations';
import type { ImportReason } from '../../../../../../contracts/http-imports';
import type { PersonRow } from './people';

/** What is known of the site, for some rows. */
export interface Known {
  readonly roles: ReadonlySet<string>;
  mayGiveRole(role: string): boolean;
  /** By their keys. */
  readonly territories: ReadonlyMap<string, number>;
  mayGiveTerritory(territory: string): boolean;
  /** Addresses of members, in small letters, and whether each is only invited. */
  readonly members: ReadonlyMap<string, { readonly isInvited: boolean }>;
  /** Addresses of users of the host who are somebody else's. */
  readonly taken: ReadonlySet<string>;
  /** Addresses of rows that are ready already; whoever judges adds to them. */
  readonly seen: Set<string>;
}

const isAddress = (email: string): boolean => address.safeParse(email).success;

/** Why a row invites nobody; null where it does. What it says comes first, then what there is already. */
export const judge = ({ email, role, territory, fault }: PersonRow, known: Known): ImportReason | null => {
  if (fault !== null) return fault;
  if (!isAddress(email)) return 'INVALID_EMAIL';
  if (!known.roles.has(role)) return 'UNKNOWN_ROLE';
  if (!known.mayGiveRole(role)) return 'ROLE_BEYOND_CEILING';
  if (territory !== '' && !known.territories.has(territory)) return 'UNKNOWN_TERRITORY';
  if (territory !== '' && !known.mayGiveTerritory(territory)) return 'TERRITORY_BEYOND_CEILING';
  const key = email.toLowerCase();
  if (known.seen.has(key)) return 'TWICE_IN_FILE';
  const member = known.members.get(key);
  if (member) return member.isInvited ? 'ALREADY_INVITED' : 'MEMBER_EXISTS';
  if (known.taken.has(key)) return 'USER_EXISTS';
  known.seen.add(key);
  return null;
};
