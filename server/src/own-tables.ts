import { hideFromGraphql } from './host/graphql';
import { own, type Strapi } from './host/strapi';
import { defineFeature } from './kernel/define-feature';

const TABLES = ['member', 'territory', 'grant', 'role', 'permission', 'policy', 'entry', 'audit-entry'] as const;

/** Keeps every table of the plugin out of the public schemas. */
export const ownTables = defineFeature<Strapi>({
  name: 'own-tables',
  register: ({ strapi }) => hideFromGraphql(strapi, TABLES.map(own)),
});
