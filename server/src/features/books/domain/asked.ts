import type { VirtualField } from './virtual-fields';

/** Which fields are asked of the records of an answer, and of the records that hang on them. */
export interface Asked {
  readonly fields: ReadonlySet<VirtualField>;
  readonly nested: ReadonlyMap<string, Asked>;
}

/** The same while a request is read. */
export interface Asking extends Asked {
  readonly fields: Set<VirtualField>;
  readonly nested: Map<string, Asking>;
}

export const nothingAsked = (): Asking => ({ fields: new Set(), nested: new Map() });

export const asksAnything = ({ fields, nested }: Asked): boolean => fields.size > 0 || [...nested.values()].some(asksAnything);

/** What is asked of the records behind an attribute. */
export const askBehind = (asking: Asking, attribute: string): Asking => {
  const behind = asking.nested.get(attribute) ?? nothingAsked();
  asking.nested.set(attribute, behind);
  return behind;
};
