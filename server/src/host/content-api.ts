import { atTheDoor } from './http-errors';
import type { Strapi } from './strapi';

type Data = Readonly<Record<string, unknown>>;
type Options = { readonly auth?: unknown } | undefined;

/** Missing where code of a site forgot it: then the host complains. */
type Schema = { readonly uid: string } | undefined;

/** The door that REST, GraphQL and controllers of the site share: what a request may say, and what an answer. */
interface ContentApi {
  readonly validate: {
    query(query: Data, schema: Schema, options?: Options): Promise<unknown>;
    input(data: unknown, schema: Schema, options?: Options): Promise<unknown>;
  };
  readonly sanitize: {
    query(query: Data, schema: Schema, options?: Options): Promise<Data>;
    sort(sort: unknown, schema: Schema, options?: Options): Promise<unknown>;
    input(data: unknown, schema: Schema, options?: Options): Promise<unknown>;
    output(data: unknown, schema: Schema, options?: Options): Promise<unknown>;
  };
}

/** A query without what the host does not know. */
export interface TakenQuery {
  readonly rest: Data;
  /** Its order, if that has steps of ours: what the host may look at, and what it is to sort by. */
  readonly order?: readonly { readonly checked: string; readonly actual: string }[];
}

/** Fields that are no attributes, as the content API meets them. Whatever is undefined goes the host's way untouched. */
export interface ContentApiFields<Taken extends TakenQuery> {
  takeQuery(uid: string, query: Data): Taken | undefined;
  /** The query has passed, and will be carried out. */
  remember(uid: string, taken: Taken): void;
  takeInput(uid: string, data: unknown): { readonly rest: Data; readonly own: Data } | undefined;
  complete(uid: string, data: unknown): Promise<unknown>;
}

const uidOf = (schema: Schema): string => schema?.uid ?? '';

/**
 * Adds fields that are no attributes. What they stand for is taken out before the host validates and cleans a
 * request, so that it judges everything else as ever, and comes back afterwards.
 */
export const extendContentApi = <Taken extends TakenQuery>(strapi: Strapi, fields: ContentApiFields<Taken>): void => {
  const { validate, sanitize } = strapi.contentAPI as unknown as ContentApi;
  const original = { validateQuery: validate.query, validateInput: validate.input, query: sanitize.query, input: sanitize.input, output: sanitize.output };

  /** Each step by itself: the host leaves out those that it does not like, and keeps no place for them. */
  const cleanOrder = async (order: NonNullable<TakenQuery['order']>, schema: Schema, options: Options): Promise<string[]> => {
    const steps = await Promise.all(
      order.map(async ({ checked, actual }) => {
        const clean = await sanitize.sort(checked, schema, options);
        return clean === checked ? actual : clean;
      }),
    );
    return steps.filter((step) => typeof step === 'string' && step !== '') as string[];
  };

  validate.query = (query, schema, options) =>
    atTheDoor(() => {
      const taken = fields.takeQuery(uidOf(schema), query);
      if (!taken) return original.validateQuery(query, schema, options);
      const order = taken.order && { sort: taken.order.map(({ checked }) => checked) };
      return original.validateQuery({ ...taken.rest, ...order }, schema, options);
    });

  sanitize.query = (query, schema, options) =>
    atTheDoor(async () => {
      const taken = fields.takeQuery(uidOf(schema), query);
      if (!taken) return original.query(query, schema, options);
      const clean = await original.query(taken.rest, schema, options);
      const sort = taken.order && { sort: await cleanOrder(taken.order, schema, options) };
      fields.remember(uidOf(schema), taken);
      return { ...clean, ...sort };
    });

  validate.input = (data, schema, options) => original.validateInput(fields.takeInput(uidOf(schema), data)?.rest ?? data, schema, options);

  sanitize.input = async (data, schema, options) => {
    const taken = fields.takeInput(uidOf(schema), data);
    if (!taken) return original.input(data, schema, options);
    return { ...((await original.input(taken.rest, schema, options)) as Data), ...taken.own };
  };

  sanitize.output = async (data, schema, options) => fields.complete(uidOf(schema), await original.output(data, schema, options));
};
