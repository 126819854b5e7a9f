import fs from 'node:fs';
import path from 'node:path';

import type { Response } from 'supertest';
import { parse } from 'yaml';

import type { createPlaceholders } from './placeholders';
import { ROOT } from './paths';
import type { Site } from './site';
import { bookOf, secretsOf } from './world';

/** The door that a file of attacks comes through. */
export type Door = 'rest' | 'graphql' | 'panel';

export interface Attack {
  readonly attack: string;
  readonly as: string;
  /** Method and path, or a GraphQL document. */
  readonly send: string;
  readonly body?: unknown;
  /** Fields of a form, with a small file. */
  readonly upload?: Readonly<Record<string, string>>;
  readonly leaks: {
    readonly hidden?: true;
    readonly total?: true;
    readonly data?: true;
    readonly counts?: true;
    readonly answers?: string;
    readonly above?: number;
    readonly differs?: string;
    readonly with?: unknown;
    readonly changes?: string;
    readonly mentions?: string;
    readonly loses?: string;
  };
}

export const readAttacks = (door: Door): Attack[] =>
  parse(fs.readFileSync(path.join(ROOT, 'tests', 'cases', 'attacks', `${door}.yaml`), 'utf8')) as Attack[];

type Placeholders = Awaited<ReturnType<typeof createPlaceholders>>;

interface Request {
  readonly as: string;
  readonly text: string;
  readonly body?: unknown;
  readonly upload?: unknown;
}

/** The people of the cases who are not seeded under that name. */
const PEOPLE: Readonly<Record<string, string>> = { stranger: 'nina', newcomer: 'newcomer', gone: 'cyrus' };

/** A file that was planted would be found by this name. */
export const PLANTED = 'planted.txt';

const agentOf = (site: Site, door: Door, who: string) => {
  if (who === 'nobody') return site.http;
  const email = `${PEOPLE[who] ?? who}@roster.test`;
  return door === 'panel' ? site.asAdmin(email) : site.as(email);
};

const send = async (site: Site, door: Door, { as, text, body, upload }: Request): Promise<Response> => {
  const agent = await agentOf(site, door, as);
  if (door === 'graphql') return agent.post('/graphql').send({ query: text });
  const [method = 'GET', ...rest] = text.split(' ');
  const call = agent[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](encodeURI(rest.join(' ')).replaceAll('+', '%2B'));
  if (upload === undefined) return body === undefined ? call : call.send(body as object);
  for (const [field, value] of Object.entries(upload as Record<string, string | number>)) call.field(field, String(value));
  return call.attach('files', Buffer.from('planted'), PLANTED);
};

const isSomething = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null ? Object.values(value).some(isSomething) : value !== null && value !== undefined && value !== 0;
};

const numbersOf = (value: unknown, isWanted: (key: string) => boolean, key = ''): number[] => {
  if (typeof value === 'number') return isWanted(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => numbersOf(item, isWanted, name));
};

/** Over GraphQL the answer is told apart from its errors; a plain answer may be wrapped in `data` or not. */
const dataOf = (door: Door, { body }: Response): unknown => {
  const { data, error, errors, ...rest } = body as Record<string, unknown>;
  if (door === 'graphql') return data;
  return data ?? (error === undefined && errors === undefined && Object.keys(rest).length > 0 ? rest : undefined);
};

/** Carries out an attack and says whether it got something. */
export const leaks = async (site: Site, door: Door, placeholders: Placeholders, attack: Attack): Promise<boolean> => {
  const { world, fill, fillAll } = placeholders;
  const key = PEOPLE[attack.as] ?? attack.as;
  const request: Request = { as: attack.as, text: await fill(attack.send), body: await fillAll(attack.body), upload: await fillAll(attack.upload) };
  const answer = await send(site, door, request);
  if (answer.status >= 500) throw new Error(`${attack.send}: ${answer.status} ${answer.text}`);
  const how = attack.leaks;
  const data = dataOf(door, answer);
  // What the sender named himself is no secret: the host repeats an id that it did not find.
  const told = `${request.text} ${JSON.stringify(request.body)}`;
  if (how.hidden) return secretsOf(world, key).some((secret) => !told.includes(secret) && answer.text.includes(secret));
  if (how.total) return numbersOf(answer.body, (name) => name === 'total').some((total) => total > bookOf(world, key).length);
  if (how.data) return isSomething(data);
  if (how.counts) return numbersOf(data, (name) => name === 'count').some((count) => count > 0);
  if (how.above !== undefined) return numbersOf(data, () => true).reduce((sum, number) => sum + number, 0) > how.above;
  if (how.answers !== undefined) return answer.text.includes(how.answers);
  if (how.differs) {
    const other = await send(site, door, { as: attack.as, text: await fill(how.differs), body: await fillAll(how.with ?? attack.body) });
    return answer.status !== other.status || JSON.stringify(dataOf(door, other)) !== JSON.stringify(data);
  }
  const after = await send(site, 'rest', { as: 'ana', text: await fill(how.changes ?? '') });
  if (after.status !== 200 && after.status !== 404) throw new Error(`${how.changes}: ${after.status} ${after.text}`);
  if (how.loses) return !after.text.includes(await fill(how.loses));
  return after.text.includes(await fill(how.mentions ?? ''));
};
