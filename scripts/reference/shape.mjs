// A JSON Schema as a reader of code would write it down.

const range = ({ minimum, maximum }) => minimum !== undefined && maximum !== undefined && `${minimum} to ${maximum}`;
const items = ({ minItems, maxItems }) => minItems !== undefined && (maxItems === undefined ? `at least ${minItems}` : `${minItems} to ${maxItems}`);

/** A pattern in words, where it has a name: nobody reads a date out of its own. */
const shape = ({ format, pattern }) => (format === 'date' ? 'YYYY-MM-DD' : pattern && `matches /${pattern}/`);

/** What the type alone doesn't say. */
export const limits = (schema) =>
  [range(schema), items(schema), shape(schema), schema.default !== undefined && `${JSON.stringify(schema.default)} unless said`]
    .filter(Boolean)
    .join(', ');

const member = (indent, required) => ([key, schema]) => {
  const note = limits(schema);
  return `${indent}  ${key}${required.includes(key) ? '' : '?'}: ${typeOf(schema, `${indent}  `)};${note ? ` // ${note}` : ''}`;
};

const objectOf = ({ properties, required = [], additionalProperties }, indent) =>
  properties
    ? ['{', ...Object.entries(properties).map(member(indent, required)), `${indent}}`].join('\n')
    : `Record<string, ${typeOf(additionalProperties, indent)}>`;

/** A type, in TypeScript's words. */
export const typeOf = (schema, indent = '') => {
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items, indent)}[]`;
  if (schema.type === 'object') return objectOf(schema, indent);
  return schema.type === 'integer' ? 'number' : schema.type;
};
