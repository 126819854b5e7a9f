import type { Strapi } from '../../host/strapi';
import { accessOf } from '../access';

/** Content types whose records are shared. */
export const shareableTypes = (strapi: Strapi): string[] => [...accessOf(strapi).registry.bindings.values()].filter(({ kind, mode }) => kind === 'record' && mode !== 'off').map(({ type }) => type);
