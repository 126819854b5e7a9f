import type { Site } from './site';
import { bookOf, worldOf, type World } from './world';
import { CUSTOMER } from './roster';

const MISSING = 'abcdefghijklmnopqrstuvwx';

/** `customers.Cumulus Air`, `details.Cumulus Air.note.0`: names hold spaces, never dots. */
const lookUp = (world: World, name: string): string => {
  const found = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], world);
  if (typeof found !== 'string') throw new Error(`The playground has no "${name}".`);
  return found;
};

const nth = (list: readonly { documentId: string }[], index: string | undefined, what: string): string => {
  const found = list[Number(index ?? 0)];
  if (!found) throw new Error(`The playground has no "${what}".`);
  return found.documentId;
};

const outOfBook = (world: World, key: string) => {
  const book = bookOf(world, key);
  return world.plan.filter((customer) => !book.includes(customer));
};

const childOfStranger = (world: World, key: string) => {
  const book = bookOf(world, key);
  return book.filter(({ parent }) => parent !== null && !book.includes(world.plan[parent] as never));
};

/** Puts the ids of a site into the cases. */
export const createPlaceholders = async ({ strapi }: Site) => {
  const world = await worldOf(strapi);

  const rowOf = async (documentId: string, isPublished: boolean): Promise<number> => {
    const row = await strapi.db.query(CUSTOMER).findOne({ where: { documentId, locale: 'en', publishedAt: isPublished ? { $notNull: true } : null } });
    return (row as { id: number }).id;
  };

  const addressOf = async (index: string): Promise<number> => {
    const documentId = nth(world.plan, index, `address ${index}`);
    const row = await strapi.db.query(CUSTOMER).findOne({ where: { documentId, locale: 'en', publishedAt: null }, populate: ['address'] });
    return (row as { address: { id: number } }).address.id;
  };

  const KINDS: Readonly<Record<string, (name: string, index?: string) => string | number | Promise<string | number>>> = {
    row: (name) => rowOf(lookUp(world, name), true),
    draft: (name) => rowOf(lookUp(world, name), false),
    address: (index) => addressOf(index),
    'child of a stranger': (key) => nth(childOfStranger(world, key), '0', `child of a stranger of ${key}`),
    hidden: (key, index) => nth(outOfBook(world, key), index, `customer hidden from ${key}`),
    drafted: (key, index) => nth(outOfBook(world, key).filter(({ name, draftName }) => name !== draftName), index, `draft hidden from ${key}`),
    tagged: (tag) => nth(world.plan.filter(({ tags }) => tags.includes(tag)), '0', `customer tagged ${tag}`),
  };

  const value = async (text: string): Promise<string | number> => {
    if (text === 'missing') return MISSING;
    const [kind = '', name = '', index] = text.split(':').map((part) => part.trim());
    return KINDS[kind]?.(name, index) ?? lookUp(world, text);
  };

  /** Every placeholder in a text. */
  const fill = async (text: string): Promise<string> => {
    let out = text;
    for (const [placeholder, name] of text.matchAll(/<([^>]+)>/g)) out = out.replace(placeholder, String(await value(name ?? '')));
    return out;
  };

  /** Every placeholder in a body. One that is a whole text stays a number if it is one. */
  const fillAll = async (data: unknown): Promise<unknown> => {
    if (typeof data === 'string') {
      const whole = /^<([^>]+)>$/.exec(data);
      return whole ? value(whole[1] ?? '') : fill(data);
    }
    if (Array.isArray(data)) return Promise.all(data.map(fillAll));
    if (typeof data !== 'object' || data === null) return data;
    const entries = await Promise.all(Object.entries(data).map(async ([key, item]) => [key, await fillAll(item)] as const));
    return Object.fromEntries(entries);
  };

  return { world, fill, fillAll };
};
