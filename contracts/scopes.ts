/**
 * A cell's reach over records, from nothing to everything. The order is for display only:
 * scopes are united as OR of predicates, never compared by rank (a territory is not "more" than a book).
 */
export const SCOPES = ['none', 'own', 'book', 'shared', 'territory', 'project', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (value: unknown): value is Scope => SCOPES.includes(value as Scope);

/** A set of scopes as bits, so that uniting roles is one OR and a decision is one AND. */
export type ScopeMask = number & { readonly __brand: 'ScopeMask' };

const BIT: Record<Scope, number> = { none: 0, own: 1, book: 2, shared: 4, territory: 8, project: 16, all: 32 };

export const NOTHING = 0 as ScopeMask;
export const EVERYTHING = BIT.all as ScopeMask;

export const maskOf = (...scopes: readonly Scope[]): ScopeMask =>
  scopes.reduce((mask, scope) => mask | BIT[scope], 0) as ScopeMask;

export const unite = (a: ScopeMask, b: ScopeMask): ScopeMask => (a | b) as ScopeMask;

export const includes = (mask: ScopeMask, scope: Scope): boolean => (mask & BIT[scope]) !== 0;

export const without = (mask: ScopeMask, scope: Scope): ScopeMask => (mask & ~BIT[scope]) as ScopeMask;

/** A share is view only: `shared` is a scope of `view`, and of no other action. */
export const isScopeOf = (scope: Scope, action: string): boolean => scope !== 'shared' || action === 'view';

/** The scopes of a mask. A mask that holds `all` is just `all`: the rest adds nothing. */
export const scopesOf = (mask: ScopeMask): Scope[] =>
  includes(mask, 'all') ? ['all'] : SCOPES.filter((scope) => includes(mask, scope));
