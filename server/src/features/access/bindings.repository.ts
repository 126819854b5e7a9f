import { rowsBeforeSync } from '../../host/rows-before-sync';
import { own, type Strapi } from '../../host/strapi';
import { TABLE_PREFIX } from '../../kernel/content-type';
import type { BindingConfig } from './domain/access-config';

const BINDING = own('binding');

export type StoredBindings = Readonly<Record<string, BindingConfig>>;

interface Row {
  readonly type: string;
  readonly settings: string;
}

const toBindings = (rows: readonly Row[]): StoredBindings =>
  Object.fromEntries([...rows].sort((one, other) => (one.type < other.type ? -1 : 1)).map(({ type, settings }) => [type, JSON.parse(settings) as BindingConfig]));

/** Bindings that were made in the panel. */
export const createBindingsRepository = (strapi: Strapi) => ({
  /** In `register`, when types can still be changed by them. */
  beforeSync: async (): Promise<StoredBindings> => toBindings(await rowsBeforeSync<Row>(strapi, `${TABLE_PREFIX}bindings`, ['type', 'settings'])),

  all: async (): Promise<StoredBindings> => toBindings((await strapi.db.query(BINDING).findMany()) as Row[]),

  async set(type: string, settings: BindingConfig): Promise<void> {
    const data = { type, settings: JSON.stringify(settings) };
    const { count } = await strapi.db.query(BINDING).updateMany({ where: { type }, data });
    if (count === 0) await strapi.db.query(BINDING).create({ data });
  },

  async remove(type: string): Promise<void> {
    await strapi.db.query(BINDING).deleteMany({ where: { type } });
  },
});
