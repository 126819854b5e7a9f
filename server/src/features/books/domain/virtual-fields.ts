import type { Binding } from '../../../kernel/binding';

/** The entries of a record, as people: to read, to find and sort by, to write. */
const OWNER_FIELDS = ['owner', 'coOwners'] as const;
export type OwnerField = (typeof OWNER_FIELDS)[number];

/** What whoever asks may do with a record: to read only. */
export const ABILITIES_FIELD = 'viewerCan';

/** Fields of a record that are none of its attributes. */
export type VirtualField = OwnerField | typeof ABILITIES_FIELD;

export const isOwnerField = (field: VirtualField | undefined): field is OwnerField => field !== undefined && field !== ABILITIES_FIELD;

/** An object as requests bring it: out of JSON, a query string or GraphQL, whose objects have no prototype. */
export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || prototype === Object.prototype;
};

/** Which of them a type offers: no owners where it has none, and none whose name an attribute of its own has. */
export const offeredBy = ({ mode, owns }: Pick<Binding, 'mode' | 'owns'>, attributes: Data): readonly VirtualField[] => {
  const fields: readonly VirtualField[] = mode === 'off' ? [] : [...(owns ? OWNER_FIELDS : []), ABILITIES_FIELD];
  return fields.filter((field) => !(field in attributes));
};

/** What a walk through a request needs to know of the site. */
export interface Site {
  /** The field, if the type offers one of this name to whoever asks. */
  offered(uid: string, key: string): VirtualField | undefined;
  /** The model that an attribute leads to: the target of a relation, a component. */
  behind(uid: string, attribute: string): string | undefined;
}
