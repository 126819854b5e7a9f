import { hideFromGraphql } from './host/graphql';
import { lockSchemaSync } from './host/schema-lock';
import { own, type Strapi } from './host/strapi';
import { defineFeature } from './kernel/define-feature';

const TABLES = ['member', 'territory', 'grant', 'role', 'permission', 'policy', 'entry', 'audit-entry'] as const;

/** The plugin's tables: kept out of the public schemas, and created by one node at a time. */
export const ownTables = defineFeature<Strapi>({
  name: 'own-tables',
  register({ strapi }) {
    hideFromGraphql(strapi, TABLES.map(own));
    lockSchemaSync(strapi);
  },
});
