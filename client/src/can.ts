import type { DefaultAction, DefaultFeature } from '../../contracts/default-matrix';
import type { Me } from '../../contracts/http-me';
import type { Scope } from '../../contracts/scopes';

/** Key of a feature: one of the preset's, or of the site's own. */
export type Feature = DefaultFeature | (string & {});

/** Key of an action. */
export type Action = DefaultAction | (string & {});

/** How far one may do something: the scopes of the cell, none where it is not allowed. */
export const scopesOf = (me: Pick<Me, 'permissions'>, feature: Feature, action: Action): readonly Exclude<Scope, 'none'>[] =>
  (me.permissions[feature]?.[action] ?? []) as readonly Exclude<Scope, 'none'>[];

/**
 * May one do this at all? For menus and buttons, from an answer of `me()` that is at hand. Whether it
 * holds for one record, `check()` says; what the site lets through, the site decides.
 */
export const can = (me: Pick<Me, 'permissions'>, feature: Feature, action: Action): boolean => scopesOf(me, feature, action).length > 0;
