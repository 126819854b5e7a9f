import { DELETED_NAME } from '../../contracts/deleted-member';
import { blotOut } from './host/blot-out';
import { hideFromGraphql } from './host/graphql';
import { persistTables } from './host/persist-tables';
import { lockSchemaSync } from './host/schema-lock';
import { own, type Strapi } from './host/strapi';
import { withoutAuthors } from './host/without-authors';
import { TABLE_PREFIX, WORDS } from './kernel/content-type';
import { defineFeature } from './kernel/define-feature';
import { erasersPort } from './kernel/erasure';

const TABLES = [
  'member',
  'picture',
  'territory',
  'grant',
  'role',
  'permission',
  'policy',
  'binding',
  'token-binding',
  'one-time-token',
  'mailed-link',
  'way-in',
  'barred-address',
  'invitation',
  'invitation-count',
  'access-request',
  'import',
  'import-row',
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
  'session',
  'cutoff',
  'audit-entry',
  'audit-head',
  'audit-checkpoint',
  'audit-day',
  'audit-stream',
  'audit-letter',
] as const;

interface Marked {
  readonly pluginOptions?: { readonly roster?: { readonly holds?: string } };
}

/** Texts in which somebody may be named: of all tables of the plugin. */
const wordsIn = (strapi: Strapi): readonly { readonly uid: string; readonly attribute: string }[] =>
  TABLES.map(own).flatMap((uid) =>
    Object.entries((strapi.getModel(uid as never) as unknown as { readonly attributes: Readonly<Record<string, Marked>> }).attributes)
      .filter(([, { pluginOptions }]) => pluginOptions?.roster?.holds === WORDS.pluginOptions.roster.holds)
      .map(([attribute]) => ({ uid, attribute })),
  );

/** The plugin's tables: kept out of the public schemas, created by one node at a time, and kept when the plugin is off. */
export const ownTables = defineFeature<Strapi>({
  name: 'own-tables',
  register({ strapi }) {
    withoutAuthors(strapi, TABLES.map(own));
    hideFromGraphql(strapi, TABLES.map(own));
    // Before the lock: its afterSync lets the next node go on.
    persistTables(strapi, TABLE_PREFIX);
    lockSchemaSync(strapi);
    erasersPort.of(strapi).push(async ({ words }) => {
      for (const { uid, attribute } of wordsIn(strapi)) await blotOut(strapi, uid, attribute, { out: words, mark: DELETED_NAME });
    });
  },
});
