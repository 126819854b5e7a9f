import type { Response } from 'supertest';

import { CUSTOMER } from './roster';
import type { Site } from './site';
import type { World } from './world';

/** A request of a recording: who sends it to which door, and what it is about. */
export interface Recordable {
  readonly name: string;
  readonly door: 'rest' | 'graphql' | 'panel';
  readonly who: string;
  readonly send: string;
  readonly body?: object;
  /** Whether the answer may hold anything of a governed type. */
  readonly isGoverned: boolean;
  /** Whether the host lists in it what is installed. */
  readonly listsPlugins: boolean;
}

/** An answer as it left the site, without clocks. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export type Recording = ReadonlyMap<string, Answer>;

const PEOPLE = ['carla', 'nina', 'nobody'];
/** More people, who ask for governed types only. */
const COLLEAGUES = ['ana', 'dora', 'chen', 'vera'];
const OPEN_TYPES = ['regions', 'tags', 'articles', 'deals'];
const GOVERNED_TYPES = ['customers', 'notes', 'renewals', 'segments', 'notifications'];

const QUERIES = [
  '',
  '?pagination[pageSize]=2',
  '?pagination[page]=2&pagination[pageSize]=2',
  '?pagination[withCount]=false',
  '?sort=id:desc',
  '?fields[0]=createdAt',
  '?filters[id][$gt]=1',
  '?filters[documentId][$null]=true',
  '?_q=a',
  '/missing',
  '?sort=nonsense',
  '?filters[nonsense]=1',
];

interface Draft {
  readonly send: string;
  readonly body?: object;
  readonly isGoverned?: boolean;
  readonly listsPlugins?: boolean;
}

const by = (door: Recordable['door'], people: readonly string[], drafts: readonly Draft[]): Recordable[] =>
  people.flatMap((who) =>
    drafts.map(({ send, body, isGoverned = false, listsPlugins = false }) => ({
      name: `${door} ${who}: ${send}${body ? ` ${JSON.stringify(body)}` : ''}`,
      door,
      who,
      send,
      isGoverned,
      listsPlugins,
      ...(body && { body }),
    })),
  );

const governed = (world: World): Draft[] =>
  [
    ...['regions', 'tags'].map((type) => `GET /api/${type}?populate=*`),
    ...GOVERNED_TYPES.flatMap((type) => ['', '?sort=id:desc&pagination[pageSize]=3', '?populate=*', '?filters[id][$gt]=5'].map((query) => `GET /api/${type}${query}`)),
    ...['Acme Robotics', 'Borealis Foods', 'Cumulus Air'].map((name) => `GET /api/customers/${world.customers[name]}?populate=notes`),
    'GET /api/regions?filters[customers][name][$startsWith]=Cumulus',
    'GET /api/open/customers',
  ].map((send) => ({ send, isGoverned: true }));

const rest = (world: World): Recordable[] => [
  ...by('rest', [...PEOPLE, ...COLLEAGUES], governed(world)),
  ...by('rest', PEOPLE, [
    ...OPEN_TYPES.flatMap((type) => QUERIES.map((query) => ({ send: `GET /api/${type}${query}` }))),
    { send: 'GET /api/users/me' },
    { send: 'GET /api/upload/files' },
    { send: 'GET /api/i18n/locales' },
    { send: 'GET /api/nonsense' },
  ]),
];

const graphql = (): Recordable[] => {
  const ask = (query: string, flags: Omit<Draft, 'send' | 'body'> = {}): Draft => ({ send: 'POST /graphql', body: { query }, ...flags });
  return by('graphql', PEOPLE, [
    ...OPEN_TYPES.map((type) => ask(`{ ${type}(pagination: { pageSize: 3 }) { documentId createdAt } }`)),
    ...OPEN_TYPES.map((type) => ask(`{ ${type}_connection { pageInfo { total pageCount } nodes { documentId } } }`)),
    ask('{ tags(filters: { nonsense: 1 }) { name } }'),
    ask('{ me { username email } }'),
    ask('{ __schema { types { name } queryType { fields { name } } mutationType { fields { name } } } }', { listsPlugins: true }),
    ask('{ customers(pagination: { pageSize: 50 }) { documentId notes { title } } customers_connection { pageInfo { total } } }', { isGoverned: true }),
    ask('{ regions { name customers { documentId } } }', { isGoverned: true }),
  ]);
};

const CM = '/content-manager';

const panel = (): Recordable[] => [
  ...by('panel', ['carla', 'nina', 'super'], [
    ...['region', 'tag', 'article', 'deal'].flatMap((type) => {
      const all = `GET ${CM}/collection-types/api::${type}.${type}`;
      return ['', '?pageSize=2&sort=id:DESC', '?_q=a', '/missing'].map((query) => ({ send: `${all}${query}`, isGoverned: type !== 'article' }));
    }),
    { send: `GET ${CM}/collection-types/${CUSTOMER}?pageSize=50`, isGoverned: true },
    { send: `GET ${CM}/collection-types/api::note.note?pageSize=50`, isGoverned: true },
    { send: `GET ${CM}/relations/api::region.region/customers?pageSize=50`, isGoverned: true },
    { send: `GET ${CM}/homepage/count-documents`, isGoverned: true },
    { send: 'GET /admin/users/me' },
    { send: 'GET /admin/information' },
    { send: 'GET /i18n/locales' },
    { send: 'GET /upload/files?pageSize=5' },
    { send: 'GET /admin/users/me/permissions', isGoverned: true, listsPlugins: true },
    { send: `GET ${CM}/init`, isGoverned: true, listsPlugins: true },
  ]),
  ...by('panel', ['super'], [
    { send: 'GET /admin/roles' },
    { send: 'GET /admin/permissions', listsPlugins: true },
    { send: 'GET /admin/users?pageSize=50' },
    { send: 'GET /admin/api-tokens' },
    { send: 'GET /admin/webhooks' },
    { send: 'GET /users-permissions/roles' },
    { send: 'GET /users-permissions/permissions', listsPlugins: true },
    { send: `GET ${CM}/content-types`, listsPlugins: true },
    { send: `GET ${CM}/components` },
  ]),
];

/** Some five hundred requests to the playground, the same for everybody who plays them. */
export const requestsOf = (world: World): Recordable[] => [...rest(world), ...graphql(), ...panel()];

/** Clocks, and what is new with every answer. */
const PER_ANSWER = ['date', 'x-response-time', 'connection', 'keep-alive', 'transfer-encoding'];

const answerOf = ({ status, headers, text }: Response): Answer => ({
  status,
  headers: Object.fromEntries(Object.entries(headers as Record<string, unknown>).filter(([name]) => !PER_ANSWER.includes(name))),
  text,
});

const agentOf = (site: Site, { door, who }: Recordable) => {
  if (who === 'nobody') return site.http;
  return door === 'panel' ? site.asAdmin(`${who}@roster.test`) : site.as(`${who}@roster.test`);
};

/** Sends the requests in turn and keeps the answers. */
export const record = async (site: Site, requests: readonly Recordable[]): Promise<Recording> => {
  const recording = new Map<string, Answer>();
  for (const request of requests) {
    const [method = 'GET', path = ''] = request.send.split(' ');
    const call = (await agentOf(site, request))[method.toLowerCase() as 'get' | 'post'](encodeURI(path));
    recording.set(request.name, answerOf(await (request.body ? call.send(request.body) : call)));
  }
  return recording;
};

/** What a new record has that no other has. */
const UNIQUE = /"(id|documentId|createdAt|updatedAt|publishedAt)":("[^"]*"|\d+)/g;

interface Cycle {
  readonly door: 'rest' | 'panel';
  readonly who: string;
  readonly at: string;
  readonly create: object;
  readonly change: object;
}

const cycles = (who: string): Cycle[] => [
  { door: 'rest', who, at: '/api/tags', create: { data: { name: 'Recorded' } }, change: { data: { name: 'Changed' } } },
  { door: 'rest', who, at: '/api/articles', create: { data: { title: 'Recorded', body: 'Text' } }, change: { data: { body: 'Other' } } },
  { door: 'panel', who, at: `${CM}/collection-types/api::article.article`, create: { title: 'Recorded' }, change: { title: 'Changed' } },
];

const governedCycles = (who: string): Cycle[] => [
  { door: 'rest', who, at: '/api/customers', create: { data: { name: 'Recorded' } }, change: { data: { name: 'Changed' } } },
  { door: 'panel', who, at: `${CM}/collection-types/${CUSTOMER}`, create: { name: 'Recorded' }, change: { name: 'Changed' } },
];

/** Creates, changes and deletes a record through each of these doors, so that nothing is left; and keeps the answers. */
export const recordWrites = async (site: Site, who: string, { isGoverned = false } = {}): Promise<Recording> => {
  const recording = new Map<string, Answer>();
  for (const { door, at, create, change } of isGoverned ? governedCycles(who) : cycles(who)) {
    const agent = await (door === 'panel' ? site.asAdmin(`${who}@roster.test`) : site.as(`${who}@roster.test`));
    const created = await agent.post(at).send(create);
    const { documentId = 'missing' } = (created.body as { data?: { documentId?: string } }).data ?? {};
    const answers = { create: created, change: await agent.put(`${at}/${documentId}`).send(change), read: await agent.get(`${at}/${documentId}`), delete: await agent.delete(`${at}/${documentId}`) };
    for (const [what, answer] of Object.entries(answers)) {
      const { headers, text, ...rest } = answerOf(answer);
      recording.set(`${door} ${who}: ${what} at ${at}`, { ...rest, headers: { ...headers, etag: undefined, 'content-length': undefined }, text: text.replace(UNIQUE, '"$1":"…"') });
    }
  }
  return recording;
};

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, inOrder(item)]));
};

/** On a server the host's own order of relations in a record changes from one answer to the next: it is that in which their queries end. */
const inAnyOrder = ({ status, headers, text }: Answer): string => {
  try {
    return JSON.stringify({ status, headers: { ...headers, etag: undefined }, body: inOrder(JSON.parse(text)) });
  } catch {
    return text;
  }
};

const isSame = (a: Answer, b: Answer | undefined): boolean => b !== undefined && (JSON.stringify(a) === JSON.stringify(b) || inAnyOrder(a) === inAnyOrder(b));

/** The names of the requests that two recordings answer differently: in one byte, or where a server answers, in anything but the order of keys. */
export const differences = (a: Recording, b: Recording): string[] => [...a].flatMap(([name, answer]) => (isSame(answer, b.get(name)) ? [] : [name]));
