import { graphqlService, type Model, type Naming } from './graphql';
import type { Strapi } from './strapi';

type Data = Readonly<Record<string, unknown>>;

/** A field that a type has besides its attributes, in GraphQL's language: `owner: RosterPerson`. */
export interface TypeField {
  readonly name: string;
  /** A type of the schema; or one of its own, made of these fields and named after the type that it belongs to. */
  readonly output: string | { readonly name: string; readonly fields: readonly string[] };
  /** The type of its condition in filters; without it, nothing is found by the field. */
  readonly filter?: string;
  /** The type of its value in a write; without it, it is not written. */
  readonly input?: string;
  readonly resolve: (record: string) => Promise<unknown>;
}

interface Extension {
  use(extension: (context: { typeRegistry: { has(name: string): boolean } }) => object): unknown;
}

type FieldsOf = ReadonlyMap<string, readonly TypeField[]>;

const listed = (head: string, name: string, fields: readonly string[]): string => `${head} ${name} {\n${fields.join('\n')}\n}`;

/** What the host has not made of a type cannot be extended: a site may have left it out of the schema. */
const extensionOf = (strapi: Strapi, fields: FieldsOf, { naming, has }: { naming: Naming; has: (name: string) => boolean }) => {
  const typeDefs: string[] = [];
  const resolvers: Record<string, object> = {};
  for (const [uid, own] of fields) {
    const model = strapi.getModel(uid as never) as unknown as Model;
    const extend = (kind: 'type' | 'input', name: string, typeOf: (field: TypeField) => string | undefined) => {
      const fields = own.flatMap((one) => (typeOf(one) === undefined ? [] : [`${one.name}: ${typeOf(one)}`]));
      if (has(name) && fields.length > 0) typeDefs.push(listed(`extend ${kind}`, name, fields));
    };
    const type = naming.getTypeName(model);
    const nameOf = ({ output }: TypeField): string => (typeof output === 'string' ? output : `Roster${type}${output.name}`);
    for (const field of own) if (typeof field.output !== 'string' && has(type)) typeDefs.push(listed('type', nameOf(field), field.output.fields));
    extend('type', type, (field) => `${nameOf(field)}${typeof field.output === 'string' ? '' : '!'}`);
    extend('input', naming.getFiltersInputTypeName(model), ({ filter }) => filter);
    extend('input', naming.getContentTypeInputName(model), ({ input }) => input);
    if (has(type)) resolvers[type] = Object.fromEntries(own.map(({ name, resolve }) => [name, ({ documentId }: { documentId: string }) => resolve(documentId)]));
  }
  return { ...(typeDefs.length > 0 && { typeDefs: typeDefs.join('\n') }), resolvers };
};

interface Mappers {
  graphQLFiltersToStrapiQuery(filters: unknown, model: { uid: string }): unknown;
}

/** `{ documentId: { eq: … } }` in the host's own notation. */
const toStrapi = (value: unknown, depth = 0): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [depth === 0 ? key : `$${key}`, toStrapi(item, depth + 1)]))
    : value;

/** The host translates filters key by key, and leaves out what is none of the type's attributes. */
const translateFilters = (strapi: Strapi, fields: FieldsOf): void => {
  const mappers = graphqlService<{ mappers: Mappers }>(strapi, 'utils')?.mappers;
  if (!mappers) return;
  const translate = mappers.graphQLFiltersToStrapiQuery;
  mappers.graphQLFiltersToStrapiQuery = function translateOwnToo(this: Mappers, filters, model) {
    const translated = translate.call(this, filters, model);
    if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) return translated;
    const own = (fields.get(model.uid) ?? []).filter(({ name, filter }) => filter !== undefined && (filters as Data)[name] !== undefined);
    return own.length === 0 ? translated : { ...(translated as Data), ...Object.fromEntries(own.map(({ name }) => [name, toStrapi((filters as Data)[name])])) };
  };
};

/** Gives types of the schema fields that are no attributes: to read, to filter by, and to write. */
export const addTypeFields = (strapi: Strapi, fields: FieldsOf): void => {
  const extension = graphqlService<Extension>(strapi, 'extension');
  const naming = graphqlService<{ naming: Naming }>(strapi, 'utils')?.naming;
  if (!extension || !naming || fields.size === 0) return;
  extension.use(({ typeRegistry }) => extensionOf(strapi, fields, { naming, has: (name) => typeRegistry.has(name) }));
  translateFilters(strapi, fields);
};
