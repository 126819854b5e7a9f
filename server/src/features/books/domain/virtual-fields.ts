import type { Binding } from '../../../kernel/binding';

/** Fields of a record that are none of its attributes: they are its entries, as people. */
export const VIRTUAL_FIELDS = ['owner', 'coOwners'] as const;
export type VirtualField = (typeof VIRTUAL_FIELDS)[number];

/** An object as requests bring it: out of JSON, a query string or GraphQL, whose objects have no prototype. */
export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || prototype === Object.prototype;
};

/** Which of them a type offers: none without owners, and none whose name an attribute of its own has. */
export const offeredBy = (binding: Binding, attributes: Data): readonly VirtualField[] =>
  binding.owns && binding.mode !== 'off' ? VIRTUAL_FIELDS.filter((field) => !(field in attributes)) : [];

/** What a walk through a request needs to know of the site. */
export interface Site {
  /** The field, if the type offers one of this name to whoever asks. */
  offered(uid: string, key: string): VirtualField | undefined;
  /** The model that an attribute leads to: the target of a relation, a component. */
  behind(uid: string, attribute: string): string | undefined;
}
