import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { matrixRows } from './matrix-cases';
import { ROOT } from './paths';

export type Operation = 'list' | 'read' | 'create' | 'update' | 'delete';

/** What a cell of the matrix comes to on one of the playground's types. */
export interface CellOperation {
  readonly role: string;
  readonly feature: string;
  readonly action: string;
  readonly scope: string;
  readonly operation: Operation;
  /** Singular name of the type. */
  readonly type: string;
  readonly field?: string;
}

interface Sample {
  /** Where REST has it. */
  readonly path: string;
  readonly create: Readonly<Record<string, unknown>>;
  readonly change: Readonly<Record<string, unknown>>;
  /** Belongs to a customer. */
  readonly isDetail?: true;
  /** Belongs to whoever wrote it: others' only with `all` and `config`. */
  readonly isPersonal?: true;
  /** Belongs to nobody: the cell's scope says nothing. */
  readonly isDefinition?: true;
  /** Keeps its customer in a column: the host does not find the record behind a documentId there (5.54), only a row. */
  readonly hasColumn?: true;
}

const named = { create: { name: 'Made by a test' }, change: { name: 'Changed by a test' } };
const titled = { create: { title: 'Made by a test' }, change: { title: 'Changed by a test' } };

/** What a record of each governed type may look like, and a change to it. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  customer: { path: 'customers', ...named },
  note: { path: 'notes', ...titled, isDetail: true },
  activity: { path: 'activities', create: { summary: 'Made by a test', type: 'call' }, change: { summary: 'Changed by a test' }, isDetail: true },
  task: { path: 'tasks', ...titled, isDetail: true },
  ticket: { path: 'tickets', ...titled, isDetail: true, hasColumn: true },
  'health-model': { path: 'health-models', ...named, isDefinition: true },
  'health-score': { path: 'health-scores', create: { score: 7 }, change: { score: 8 }, isDetail: true },
  segment: { path: 'segments', ...named, isDefinition: true },
  playbook: { path: 'playbooks', ...named, isDefinition: true },
  'playbook-run': { path: 'playbook-runs', create: { state: 'open' }, change: { state: 'done' }, isDetail: true },
  renewal: { path: 'renewals', create: { amount: 7, state: 'open', date: '2027-01-01' }, change: { amount: 8 }, isDetail: true },
  notification: { path: 'notifications', ...titled, isPersonal: true },
  'dashboard-layout': { path: 'dashboard-layouts', ...named, isPersonal: true },
};

export const sampleOf = (type: string): Sample => {
  const sample = SAMPLES[type];
  if (!sample) throw new Error(`There is no sample of "${type}".`);
  return sample;
};

const operations = (): Record<string, Record<string, readonly string[]>> =>
  parse(fs.readFileSync(path.join(ROOT, 'tests', 'cases', 'operations.yaml'), 'utf8')) as Record<string, Record<string, readonly string[]>>;

/** Every cell that touches a content type, with what it comes to there. */
export const cellOperations = (): CellOperation[] =>
  Object.entries(matrixRows()).flatMap(([role, rows]) =>
    Object.entries(operations()).flatMap(([feature, actions]) =>
      Object.entries(actions).flatMap(([action, list]) =>
        list.map((text) => {
          const [operation = '', type = '', field] = text.split(/[ .]/);
          const row = rows[feature];
          const scope = row?.actions.includes(action) ? (row.scope ?? 'all') : 'none';
          return { role, feature, action, scope, operation: operation as Operation, type, ...(field && { field }) };
        }),
      ),
    ),
  );
