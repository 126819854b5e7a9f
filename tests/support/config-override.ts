import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { outer } from './outer';
import { PLAYGROUND } from './paths';

type Settings = Record<string, unknown>;

/** Merged over the playground's own: `{ 'plugin::roster': {…}, server: {…} }`. Lists are replaced. */
export type ConfigOverride = Record<string, Settings>;

type PluginsFile = (context: unknown) => Record<string, { config?: Settings }>;

const PLUGIN = /^plugin::/;

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (base: unknown, over: unknown): unknown => {
  if (!isSettings(base) || !isSettings(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
};

/** Strapi reads the plugins' config from the file itself, so the file is what has to answer differently. */
export const overridePlugins = (overrides: ConfigOverride): void => {
  const wanted = Object.entries(overrides).filter(([key]) => PLUGIN.test(key));
  if (wanted.length === 0) return;
  const file = path.join(PLAYGROUND, 'config', 'plugins.js');
  const original = outer.require(file) as PluginsFile;
  const module = outer.moduleCache[file];
  if (!module) throw new Error(`${file} isn't in the module cache`);
  module.exports = ((context) => {
    const plugins = { ...original(context) };
    for (const [key, config] of wanted) {
      const name = key.replace(PLUGIN, '');
      plugins[name] = merge(plugins[name] ?? {}, { config }) as { config: Settings };
    }
    return plugins;
  }) satisfies PluginsFile;
};

export const overrideSettings = (strapi: Core.Strapi, overrides: ConfigOverride): void => {
  for (const [key, over] of Object.entries(overrides)) {
    if (!PLUGIN.test(key)) strapi.config.set(key, merge(strapi.config.get(key, {}), over));
  }
};
