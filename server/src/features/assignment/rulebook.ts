import type { Strapi } from '../../host/strapi';
import { fieldCatalogue } from '../../host/field-catalogue';
import { compileRules, type CompiledRules } from './domain/compile';
import type { Rule } from './rule';
import type { RulesRepository } from './rules.repository';

/** The active rules of a type, in their order, ready to be asked. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly compiled: CompiledRules;
  /** The attributes that a rule reads or is partitioned by: a write of any other changes nothing. */
  readonly roots: ReadonlySet<string>;
  /** The paths to read of a record. */
  readonly paths: ReadonlySet<string>;
}

interface Kept {
  readonly stamp: string | undefined;
  readonly book: Rulebook;
}

const rootOf = (path: string): string => path.split('.')[0] ?? path;

/** What rules read of a record besides their conditions: the part of a rotation, and the territory of one that asks for it. */
const partsOf = ({ target: { rotation } }: Rule, territory: string | undefined): string[] => [
  ...(rotation?.partition ? [rotation.partition] : []),
  ...(rotation?.pool === 'territory' && territory !== undefined ? [territory] : []),
];

export const bookOf = (strapi: Strapi, type: string, all: readonly Rule[], territory: string | undefined): Rulebook => {
  const rules = all.filter(({ isActive }) => isActive);
  const compiled = compileRules(rules.map(({ documentId, when }) => ({ id: documentId, when })), fieldCatalogue(strapi, type));
  const read = new Set(compiled.fields);
  return {
    rules,
    compiled,
    roots: new Set([...read].map(rootOf)),
    paths: new Set([...read, ...rules.flatMap((rule) => partsOf(rule, territory))]),
  };
};

/** The rulebooks of all types: compiled once per change, on every node, by a stamp that is read with each write. */
export const createRulebooks = (strapi: Strapi, repository: RulesRepository, territoryOf: (type: string) => string | undefined) => {
  const kept = new Map<string, Kept>();

  return async (type: string): Promise<Rulebook> => {
    // The stamp first, then the rules: a book is never older than its stamp.
    const stamp = await repository.stamp(type);
    const known = kept.get(type);
    if (known && known.stamp === stamp) return known.book;
    const book = bookOf(strapi, type, stamp === undefined ? [] : await repository.list(type), territoryOf(type));
    kept.set(type, { stamp, book });
    return book;
  };
};

export type Rulebooks = ReturnType<typeof createRulebooks>;
