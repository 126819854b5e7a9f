import fs from 'node:fs';
import path from 'node:path';

import type { Response } from 'supertest';
import { parse } from 'yaml';

import { ROOT } from './paths';
import type { Site } from './site';
import { bookOf, secretsOf, worldOf, type World } from './world';

export interface Attack {
  readonly attack: string;
  readonly as: string;
  readonly send: string;
  readonly body?: unknown;
  readonly leaks: {
    readonly hidden?: true;
    readonly total?: true;
    readonly data?: true;
    readonly counts?: true;
    readonly differs?: string;
    readonly changes?: string;
    readonly mentions?: string;
    readonly loses?: string;
  };
}

export const readAttacks = (file: string): Attack[] =>
  parse(fs.readFileSync(path.join(ROOT, 'tests', 'cases', 'attacks', file), 'utf8')) as Attack[];

const MISSING = 'abcdefghijklmnopqrstuvwx';

/** The people of the cases who are not seeded under that name. */
const PEOPLE: Readonly<Record<string, string>> = { stranger: 'nina', newcomer: 'newcomer', gone: 'cyrus' };

const lookUp = (world: World, name: string): string => {
  const found = resolve(world, name);
  if (typeof found !== 'string') throw new Error(`The playground has no "${name}".`);
  return found;
};

/** `customers.Cumulus Air`, `details.Cumulus Air.note.0`: names hold spaces, never dots. */
const resolve = (world: World, name: string): unknown =>
  name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], world);

const childOfStranger = (world: World, key: string): string => {
  const book = bookOf(world, key);
  const child = book.find(({ parent }) => parent !== null && !book.includes(world.plan[parent] as never));
  if (!child) throw new Error(`No customer of ${key} has a parent in another book.`);
  return child.documentId;
};

/** Puts the ids of this site into a case. */
export const createResolver = async (site: Site) => {
  const world = await worldOf(site.strapi);
  const rowOf = async (documentId: string): Promise<number> => {
    const row = (await site.strapi.db
      .query('api::customer.customer')
      .findOne({ where: { documentId, locale: 'en', publishedAt: { $notNull: true } } })) as { id: number };
    return row.id;
  };
  const value = async (name: string): Promise<string | number> => {
    if (name === 'missing') return MISSING;
    if (name.startsWith('row:')) return rowOf(lookUp(world, name.slice(4)));
    if (name.startsWith('child of a stranger:')) return childOfStranger(world, name.split(':')[1]?.trim() ?? '');
    return lookUp(world, name);
  };
  const fill = async (text: string): Promise<string | number> => {
    const whole = /^<([^>]+)>$/.exec(text);
    if (whole) return value(whole[1] ?? '');
    let out = text;
    for (const [placeholder, name] of text.matchAll(/<([^>]+)>/g)) out = out.replace(placeholder, String(await value(name ?? '')));
    return out;
  };
  const fillAll = async (data: unknown): Promise<unknown> => {
    if (typeof data === 'string') return fill(data);
    if (Array.isArray(data)) return Promise.all(data.map(fillAll));
    if (typeof data !== 'object' || data === null) return data;
    const entries = await Promise.all(Object.entries(data).map(async ([key, item]) => [key, await fillAll(item)] as const));
    return Object.fromEntries(entries);
  };
  return { world, text: async (text: string) => String(await fill(text)), data: fillAll };
};

type Resolver = Awaited<ReturnType<typeof createResolver>>;

const send = async (site: Site, who: string, request: string, body?: unknown): Promise<Response> => {
  const [method = 'GET', ...rest] = request.split(' ');
  const agent = who === 'nobody' ? site.http : await site.as(`${PEOPLE[who] ?? who}@roster.test`);
  const url = encodeURI(rest.join(' ')).replaceAll('+', '%2B');
  const call = agent[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](url);
  return body === undefined ? call : call.send(body as object);
};

const holdsData = (body: { data?: unknown }): boolean => (Array.isArray(body.data) ? body.data.length > 0 : body.data !== null && body.data !== undefined);

const counts = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(counts);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => (key === 'count' && Number(item) > 0) || counts(item));
};

/** Carries out an attack and says whether it got something. */
export const leaks = async (site: Site, resolver: Resolver, attack: Attack): Promise<boolean> => {
  const key = PEOPLE[attack.as] ?? attack.as;
  const [request, sent] = [await resolver.text(attack.send), await resolver.data(attack.body)];
  const answer = await send(site, attack.as, request, sent);
  if (answer.status >= 500) throw new Error(`${attack.send}: ${answer.status} ${answer.text}`);
  const how = attack.leaks;
  const body = answer.body as { data?: unknown; meta?: { pagination?: { total?: number } } };
  // What the sender named himself is no secret: the host repeats an id that it did not find.
  const told = `${request} ${JSON.stringify(sent)}`;
  if (how.hidden) return secretsOf(resolver.world, key).some((secret) => !told.includes(secret) && answer.text.includes(secret));
  if (how.total) return (body.meta?.pagination?.total ?? 0) > bookOf(resolver.world, key).length;
  if (how.data) return holdsData(body);
  if (how.counts) return counts(body);
  if (how.differs) {
    const other = await send(site, attack.as, await resolver.text(how.differs));
    return JSON.stringify(other.body.data) !== JSON.stringify(body.data);
  }
  const after = await send(site, 'ana', await resolver.text(how.changes ?? ''));
  if (after.status !== 200 && after.status !== 404) throw new Error(`${how.changes}: ${after.status} ${after.text}`);
  if (how.loses) return !after.text.includes(await resolver.text(how.loses));
  return after.text.includes(await resolver.text(how.mentions ?? ''));
};
