import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor';
import type { Loss } from '../../../kernel/observation';

/** Who it was, as the table tells people apart. */
export interface Person {
  readonly kind: string;
  readonly documentId: string;
}

/** What is the same in everything that is counted together. */
export interface Subject {
  readonly type: string;
  readonly feature: string;
  readonly action: string;
  readonly code: string;
  readonly route: string;
  readonly role: string;
  readonly personKind: string;
  readonly person: string;
}

export interface Count {
  readonly subject: Subject;
  requests: number;
  records: number;
  firstAt: Date;
  lastAt: Date;
}

const roleOf = (actor: Actor): string => {
  if (actor.kind === 'nobody') return actor.reason;
  if (actor.kind === 'system') return 'system';
  return actor.reach.roles.map(({ key }) => key).join(' ') || 'no role';
};

const personOf = (actor: Actor): Person => {
  if (actor.kind === 'member') return { kind: 'member', documentId: actor.member.documentId };
  if (actor.kind === 'role') return { kind: 'token', documentId: actor.token.documentId };
  const who = actor.kind === 'nobody' ? actor.who : undefined;
  return who ? { kind: who.door, documentId: who.documentId } : { kind: '', documentId: '' };
};

export const subjectOf = (actor: Actor, { type = '', feature, action, code }: Loss, route: string): Subject => {
  const { kind, documentId } = personOf(actor);
  return { type, feature, action, code, route, role: roleOf(actor), personKind: kind, person: documentId };
};

export const keyOf = (subject: Subject): string => createHash('sha256').update(JSON.stringify(Object.values(subject))).digest('hex');

/** The losses of one request: a record that several queries of it find is one record. */
export const createRequestTally = () => {
  const lost = new Map<string, { records: Set<string | number>; fewer: number }>();
  return {
    /** Answers whether the request has not lost this before, and how many records it lacks by now. */
    add(key: string, { records = [], fewer = 0 }: Loss): { isFirst: boolean; records: number } {
      const known = lost.get(key);
      const own = known ?? { records: new Set<string | number>(), fewer: 0 };
      lost.set(key, own);
      for (const record of records) own.records.add(record);
      own.fewer = Math.max(own.fewer, fewer);
      return { isFirst: !known, records: Math.max(own.records.size, own.fewer) };
    },
  };
};

export type RequestTally = ReturnType<typeof createRequestTally>;
