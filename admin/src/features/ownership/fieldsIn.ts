import type { RuleType } from '../../../../contracts/http-rules';

type Field = RuleType['fields'][number];

/** An attribute of a content type, as the Content Manager knows it. */
interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}

/** A content type, or a component. */
export interface Schema {
  readonly uid?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Site {
  /** By their uids. */
  readonly components: Readonly<Record<string, Schema>>;
  /** All content types, to know what relations lead to. */
  readonly types: readonly Schema[];
}

const KINDS: Readonly<Record<string, Field['kind']>> = { relation: 'relation', date: 'date', datetime: 'date', boolean: 'boolean' };

const fieldOf = (path: string, { type, target }: Attribute): Field => ({ path, kind: KINDS[type] ?? 'text', ...(target !== undefined && { target }) });

/**
 * What the attributes of a type are to a reason of a rule, with those of its components (`address.since`) and
 * of what its relations lead to (`segment.closedAt`): enough to say related records by their names and dates
 * as dates. The rules' own list of fields is for whoever manages the team; the history is for everybody.
 */
export const fieldsIn = ({ attributes }: Schema, { components, types }: Site): Field[] => {
  const within = ({ component, target }: Attribute): Schema | undefined => (component === undefined ? types.find(({ uid }) => uid === target) : components[component]);
  return Object.entries(attributes).flatMap(([path, attribute]) => {
    const nested = Object.entries(within(attribute)?.attributes ?? {});
    return [fieldOf(path, attribute), ...nested.map(([name, inner]) => fieldOf(`${path}.${name}`, inner))];
  });
};
