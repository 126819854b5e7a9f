import { hideFromGraphql } from './host/graphql';
import { persistTables } from './host/persist-tables';
import { lockSchemaSync } from './host/schema-lock';
import { own, type Strapi } from './host/strapi';
import { TABLE_PREFIX } from './kernel/content-type';
import { defineFeature } from './kernel/define-feature';

const TABLES = [
  'member',
  'territory',
  'grant',
  'role',
  'permission',
  'policy',
  'binding',
  'token-binding',
  'one-time-token',
  'invitation',
  'entry',
  'assignment',
  'rule',
  'rulebook',
  'turn',
  'availability',
  'waiting',
  'job',
  'move',
  'conflict',
  'observation',
  'usage',
  'limit',
  'audit-entry',
  'audit-head',
  'audit-checkpoint',
  'audit-day',
  'audit-stream',
  'audit-letter',
] as const;

/** The plugin's tables: kept out of the public schemas, created by one node at a time, and kept when the plugin is off. */
export const ownTables = defineFeature<Strapi>({
  name: 'own-tables',
  register({ strapi }) {
    hideFromGraphql(strapi, TABLES.map(own));
    // Before the lock: its afterSync lets the next node go on.
    persistTables(strapi, TABLE_PREFIX);
    lockSchemaSync(strapi);
  },
});
