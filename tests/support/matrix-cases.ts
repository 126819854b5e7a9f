import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { ROOT } from './paths';

export const FEATURES = [
  'customer_360',
  'health_scoring',
  'segments',
  'playbooks',
  'notifications',
  'renewals',
  'dashboard',
  'data_export',
  'team_management',
  'analytics',
  'custom_fields',
];
export const ACTIONS = ['view', 'create', 'update', 'delete', 'config', 'execute', 'personalize', 'export'];

export interface MatrixCell {
  readonly role: string;
  readonly feature: string;
  readonly action: string;
  readonly scope: string;
}

export interface MatrixRow {
  readonly words: string;
  readonly actions: readonly string[];
  readonly scope?: string;
}

export const matrixRows = (): Record<string, Record<string, MatrixRow>> =>
  parse(fs.readFileSync(path.join(ROOT, 'tests', 'cases', 'matrix.yaml'), 'utf8')) as Record<string, Record<string, MatrixRow>>;

/** All 352 cells, with `none` for what is not allowed. */
export const matrixCells = (): MatrixCell[] =>
  Object.entries(matrixRows()).flatMap(([role, rows]) =>
    FEATURES.flatMap((feature) =>
      ACTIONS.map((action) => {
        const row = rows[feature];
        return { role, feature, action, scope: row?.actions.includes(action) ? (row.scope ?? 'all') : 'none' };
      }),
    ),
  );
