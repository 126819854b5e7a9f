import type { RuleType } from '../../../../contracts/http-rules';

type Field = RuleType['fields'][number];

/** An attribute of a content type, as the Content Manager knows it. */
interface Attribute {
  readonly type: string;
  readonly target?: string;
}

const KINDS: Readonly<Record<string, Field['kind']>> = { relation: 'relation', date: 'date', datetime: 'date', boolean: 'boolean' };

/**
 * What the attributes of a type are to a reason of a rule: enough to say related records by their names and
 * dates as dates. The rules' own list of fields is for whoever manages the team; the history is for everybody.
 */
export const fieldsIn = (attributes: Readonly<Record<string, Attribute>>): Field[] =>
  Object.entries(attributes).map(([path, { type, target }]) => ({ path, kind: KINDS[type] ?? 'text', ...(target !== undefined && { target }) }));
