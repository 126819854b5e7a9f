import { pathOf } from '../../../kernel/config';
import { RosterError } from '../../../kernel/errors';
import { OWNER_ATTRIBUTE } from '../../../kernel/owner-attribute';
import { any, every, type Predicate } from '../../../kernel/predicate';
import { isData, type Data, type OwnerField } from './virtual-fields';

/** A condition on the projected column of the owner, or on the entries of co-owners. */
export type OwnerCondition = { readonly where: Data } | { readonly uid: string; readonly predicate: Predicate };

/** Where a condition stands, and who asks. */
export interface Asking {
  readonly uid: string;
  readonly path: readonly PropertyKey[];
  /** documentId of the member who asks. */
  readonly me: string | undefined;
}

interface Part {
  readonly operator: string;
  readonly value: unknown;
  readonly at: Asking;
}

/** Each co-owner is a look-up of his own. */
const MOST_CO_OWNERS = 100;

const wrong = ({ path }: Asking, message: string) => new RosterError('VALIDATION_FAILED', message, { path: pathOf(path) });

const below = (at: Asking, key: PropertyKey): Asking => ({ ...at, path: [...at.path, key] });

const memberId = (value: unknown, at: Asking): string => {
  if (typeof value !== 'string' || value === '' || value.length > 64) throw wrong(at, 'The documentId of a member, or `me`.');
  if (value !== 'me') return value;
  if (at.me === undefined) throw wrong(at, '`me` is a member, and whoever asks is none.');
  return at.me;
};

const memberIds = (value: unknown, at: Asking): string[] =>
  Array.isArray(value) ? value.map((item, index) => memberId(item, below(at, index))) : [memberId(value, at)];

const memberOrNobody = (value: unknown, at: Asking): string | null => (value === null ? null : memberId(value, at));

/** A query string knows texts only. */
const truth = (value: unknown, at: Asking): boolean => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw wrong(at, 'true or false.');
};

/** The host's operators that mean something for one member; it carries them out itself, on the column. */
const ON_OWNER: ReadonlyMap<string, (value: unknown, at: Asking) => unknown> = new Map<string, (value: unknown, at: Asking) => unknown>([
  ['$eq', memberOrNobody],
  ['$ne', memberOrNobody],
  ['$in', memberIds],
  ['$notIn', memberIds],
  ['$null', truth],
  ['$notNull', truth],
]);

const onOwner = ({ operator, value, at }: Part): readonly [string, unknown] => {
  const read = ON_OWNER.get(operator);
  if (!read) throw wrong(at, `An owner is found by ${[...ON_OWNER.keys()].join(', ')}.`);
  return [operator, read(value, at)];
};

const onCoOwners = ({ operator, value, at }: Part): Predicate => {
  if (operator !== '$eq' && operator !== '$in') throw wrong(at, 'Co-owners are found by $eq and $in.');
  const members = operator === '$eq' ? [memberId(value, at)] : memberIds(value, at);
  if (members.length > MOST_CO_OWNERS) throw wrong(at, `${MOST_CO_OWNERS} co-owners at most.`);
  return any(...members.map((member) => ({ kind: 'entry' as const, entryKind: 'co-owner', member, type: at.uid })));
};

/** Operators on the documentId, or right on the field; a plain value is compared with. */
const partsOf = (field: OwnerField, input: unknown, at: Asking): Part[] => {
  if (!isData(input)) throw wrong(at, `Filter by \`${field}.documentId\`.`);
  return Object.entries(input).flatMap(([key, value]): Part[] => {
    const here = below(at, key);
    if (key.startsWith('$')) return [{ operator: key, value, at: here }];
    if (key !== 'documentId') throw wrong(here, `Filter by \`${field}.documentId\`.`);
    if (!isData(value)) return [{ operator: Array.isArray(value) ? '$in' : '$eq', value, at: here }];
    return Object.entries(value).map(([operator, operand]) => ({ operator, value: operand, at: below(here, operator) }));
  });
};

/**
 * Reads the filter on `owner` or `coOwners`.
 * @throws RosterError VALIDATION_FAILED with the path within the request
 */
export const readCondition = (field: OwnerField, input: unknown, at: Asking): OwnerCondition => {
  const parts = partsOf(field, input, at);
  if (field === 'coOwners') return { uid: at.uid, predicate: every(...parts.map(onCoOwners)) };
  return { where: { [OWNER_ATTRIBUTE]: Object.fromEntries(parts.map(onOwner)) } };
};
