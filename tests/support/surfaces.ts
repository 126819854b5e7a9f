import type { Response } from 'supertest';

import type { Operation } from './operations';
import { roster } from './roster';
import type { Site } from './site';

/** A refusal says that one may not; a record out of reach is missing, as one that never was. */
export type Outcome = 'done' | 'missing' | 'refused';

export interface Attempt {
  readonly who: string;
  readonly operation: Operation;
  readonly uid: string;
  readonly record?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly field?: string;
}

/** A way to the site's content: how one tries an operation there, and what came of it. */
export type Surface = (site: Site, attempt: Attempt) => Promise<Outcome>;

const holds = (value: unknown, field: string | undefined): boolean => field === undefined || (value as Record<string, unknown>)[field] != null;

const listed = (rows: unknown, record: string | undefined): Outcome =>
  (rows as { documentId: string }[]).some(({ documentId }) => documentId === record) ? 'done' : 'missing';

const outcomeOf = (attempt: Attempt, { status, body, text }: Response, of: (body: never) => unknown): Outcome => {
  if (status === 403) return 'refused';
  if (status === 404 || status === 400) return 'missing';
  if (status >= 300) throw new Error(`${attempt.operation} ${attempt.uid}: ${status} ${text}`);
  if (attempt.operation === 'list') return listed(of(body as never), attempt.record);
  return attempt.operation === 'read' && !holds(of(body as never), attempt.field) ? 'missing' : 'done';
};

const emailOf = (key: string): string => `${key}@roster.test`;

const infoOf = ({ strapi }: Site, uid: string): { singularName: string; pluralName: string } => {
  const type = strapi.contentTypes[uid as never] as { info: { singularName: string; pluralName: string } } | undefined;
  if (!type) throw new Error(`The playground has no type "${uid}".`);
  return type.info;
};

const rest: Surface = async (site, attempt) => {
  const { operation, record, data } = attempt;
  const agent = await site.as(emailOf(attempt.who));
  const all = `/api/${infoOf(site, attempt.uid).pluralName}`;
  const one = `${all}/${record}`;
  const requests: Record<Operation, () => PromiseLike<Response>> = {
    list: () => agent.get(`${all}?pagination[pageSize]=100&sort=createdAt:desc`),
    read: () => agent.get(one),
    create: () => agent.post(all).send({ data }),
    update: () => agent.put(one).send({ data }),
    delete: () => agent.delete(one),
  };
  return outcomeOf(attempt, await requests[operation](), ({ data: found }: { data: unknown }) => found);
};

const panel: Surface = async (site, attempt) => {
  const { operation, record, data } = attempt;
  const agent = await site.asAdmin(emailOf(attempt.who));
  const all = `/content-manager/collection-types/${attempt.uid}`;
  const one = `${all}/${record}`;
  const requests: Record<Operation, () => PromiseLike<Response>> = {
    list: () => agent.get(`${all}?pageSize=100&sort=createdAt:DESC`),
    read: () => agent.get(one),
    create: () => agent.post(all).send(data),
    update: () => agent.put(one).send(data),
    delete: () => agent.delete(one),
  };
  return outcomeOf(attempt, await requests[operation](), (body: { results?: unknown; data?: unknown }) => body.results ?? body.data);
};

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`-${name}`);

const graphql: Surface = async (site, { who, operation, uid, record, data, field }) => {
  const { singularName, pluralName } = infoOf(site, uid);
  const [one, type] = [camel(singularName), pascal(singularName)];
  const documents: Record<Operation, string> = {
    list: `query { answer: ${camel(pluralName)}(pagination: { pageSize: 100 }, sort: "createdAt:desc") { documentId } }`,
    read: `query ($id: ID!) { answer: ${one}(documentId: $id) { documentId ${field ?? ''} } }`,
    create: `mutation ($data: ${type}Input!) { answer: create${type}(data: $data) { documentId } }`,
    update: `mutation ($id: ID!, $data: ${type}Input!) { answer: update${type}(documentId: $id, data: $data) { documentId } }`,
    delete: `mutation ($id: ID!) { answer: delete${type}(documentId: $id) { documentId } }`,
  };
  const agent = await site.as(emailOf(who));
  const { body, text } = await agent.post('/graphql').send({ query: documents[operation], variables: { id: record, data } });
  const { data: found, errors = [] } = body as { data?: { answer: unknown } | null; errors?: { extensions: { code: string } }[] };
  if (errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')) return 'refused';
  if (errors.some(({ extensions }) => !['BAD_USER_INPUT', 'STRAPI_NOT_FOUND_ERROR'].includes(extensions.code))) throw new Error(`${documents[operation]}: ${text}`);
  if (operation === 'list') return listed(found?.answer, record);
  return found?.answer && (operation !== 'read' || holds(found.answer, field)) ? 'done' : 'missing';
};

interface DocumentsOfType {
  findMany(params: object): Promise<unknown>;
  findOne(params: object): Promise<unknown>;
  create(params: object): Promise<unknown>;
  update(params: object): Promise<unknown>;
  delete(params: object): Promise<{ entries: unknown[] } | null>;
}

const code: Surface = async ({ strapi }, { who, operation, uid, record, data, field }) => {
  const member = await roster(strapi, 'members').findByEmail(emailOf(who));
  const documents = strapi.documents(uid as never) as unknown as DocumentsOfType;
  const calls: Record<Operation, () => Promise<unknown>> = {
    list: () => documents.findMany({ sort: 'createdAt:desc', limit: 100 }),
    read: () => documents.findOne({ documentId: record }),
    create: () => documents.create({ data }),
    update: () => documents.update({ documentId: record, data }),
    delete: async () => ((await documents.delete({ documentId: record }))?.entries.length ? true : null),
  };
  try {
    const found = await roster(strapi, 'enforcement').runAs(member?.documentId as string, calls[operation]);
    if (operation === 'list') return listed(found, record);
    return found && (operation !== 'read' || holds(found, field)) ? 'done' : 'missing';
  } catch (error) {
    const { name } = error as Error;
    if (name === 'ForbiddenError' || name === 'PolicyError') return 'refused';
    if (name === 'ValidationError' || name === 'NotFoundError') return 'missing';
    throw error;
  }
};

export const SURFACES: Readonly<Record<'rest' | 'graphql' | 'panel' | 'code', Surface>> = { rest, graphql, panel, code };
