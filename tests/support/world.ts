import type { Core } from '@strapi/strapi';

import { outer } from './outer';

interface Planned {
  readonly name: string;
  readonly documentId: string;
  readonly slug: string;
  /** Index of the parent, or null. */
  readonly parent: number | null;
  readonly owner: string | null;
  /** Who looked after it before, by his address. */
  readonly managerEmail: string | null;
  readonly coOwners: readonly string[];
  readonly draftName: string;
  readonly tags: readonly string[];
  readonly territory: string;
}

/** The playground's seeded records by name (playground/src/seed/world.js). */
export interface World {
  readonly users: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly plan: readonly Planned[];
  readonly [kind: string]: unknown;
}

export const worldOf = async (strapi: Core.Strapi): Promise<World> => {
  const { world } = outer.require('./src/seed') as { world(strapi: Core.Strapi): Promise<World> };
  return world(strapi);
};

/** The customers in a person's book: owner or co-owner. */
export const bookOf = (world: World, key: string): readonly Planned[] =>
  world.plan.filter(({ owner, coOwners }) => owner === key || coOwners.includes(key));

/** Everything that would give a customer outside the book away: its ids, its addresses, its details' ids. */
export const secretsOf = (world: World, key: string): string[] => {
  const book = new Set(bookOf(world, key));
  return world.plan
    .filter((customer) => !book.has(customer))
    .flatMap(({ name, documentId, slug }) => [documentId, `hello@${slug}.test`, ...Object.values(world.details[name] ?? {}).flat()]);
};
