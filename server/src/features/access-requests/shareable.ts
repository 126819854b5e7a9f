import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { accessOf, decide } from '../access';

/** Content types whose records can be shared with somebody: those of which he views anything at all. */
export const shareableWith = (strapi: Strapi, actor: Actor): string[] =>
  [...accessOf(strapi).registry.bindings.values()].filter(({ kind, mode, feature }) => kind === 'record' && mode !== 'off' && decide(actor, feature, 'view').allowed).map(({ type }) => type);
