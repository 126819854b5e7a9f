import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { ROOT } from '../support/paths';

interface Promised {
  readonly rows?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, { readonly shown: readonly string[] }>>;
}

const TITLE = /\b(?:it|test|describe)(?:\.each\([^)]*\))?\(\s*(?:'([^'\n]*)'|`([^`]*)`)/g;
const CLAIM = /\[([A-Z]\d{3}(?::[\w-]+)?)\]/g;

const promised = (): ReadonlySet<string> => {
  const { rows = {}, parts = {} } = parse(fs.readFileSync(path.join(ROOT, 'tests', 'cases', 'rows.yaml'), 'utf8')) as Promised;
  return new Set([...Object.keys(rows), ...Object.entries(parts).flatMap(([id, { shown }]) => shown.map((part) => `${id}:${part}`))]);
};

/** What titles claim that are written out; one that is put together is only known when it ran (`npm run rows`). */
const claimsOf = (text: string): string[] =>
  [...text.matchAll(TITLE)].flatMap(([, plain, template]) => [...(plain ?? template ?? '').matchAll(CLAIM)].map(([, claim]) => String(claim)));

const tests = (fs.readdirSync(path.join(ROOT, 'tests'), { recursive: true }) as string[]).filter((file) => file.endsWith('.test.ts'));

describe('tests/cases/rows.yaml', () => {
  it('lists every row that a title claims, so that nobody waits for all suites to hear of a slip', () => {
    const known = promised();
    const claims = tests.flatMap((file) => claimsOf(fs.readFileSync(path.join(ROOT, 'tests', file), 'utf8')).map((claim) => ({ file, claim })));
    // A row that is promised whole may be claimed by any part of it.
    expect(claims.filter(({ claim }) => !known.has(claim) && !known.has(claim.split(':')[0] as string))).toEqual([]);
    expect(claims.length).toBeGreaterThan(known.size);
  });
});
