import type { Grantee } from '../../../kernel/actor';

/** Who it was: a member, also through a token of his, or a token with a role of its own. */
export type PersonKind = 'member' | 'token';

/** What is the same in everything that is counted together. */
export interface Use {
  readonly personKind: PersonKind;
  /** documentId, never a name: whoever is to be forgotten is found by it. */
  readonly person: string;
  readonly feature: string;
  readonly action: string;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
}

export interface Count extends Use {
  readonly count: number;
}

export type Cell = Omit<Use, 'day'>;

const DAY_MS = 86_400_000;

/** The day of a moment, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The first day of which counts are kept. */
export const firstKept = (now: Date, keepDays: number): string => dayOf(new Date(now.getTime() - keepDays * DAY_MS));

export const cellOf = (grantee: Grantee, feature: string, action: string): Cell =>
  grantee.kind === 'member'
    ? { personKind: 'member', person: grantee.member.documentId, feature, action }
    : { personKind: 'token', person: grantee.token.documentId, feature, action };

/** None of the parts has a space in it. */
export const cellKey = ({ personKind, person, feature, action }: Cell): string => `${personKind} ${person} ${feature} ${action}`;

export const useKey = (use: Use): string => `${use.day} ${cellKey(use)}`;
