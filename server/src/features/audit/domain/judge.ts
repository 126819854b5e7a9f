import type { FaultKind } from '../../../../../contracts/audit-report';
import type { Keyring, SealingKey } from './keys';
import { leafHash } from './merkle';
import { hashOfPersonal } from './personal';
import { isSameMoment } from './same-moment';

/** An entry as the database holds it, by the names of its columns. */
export interface Row {
  readonly id: number;
  readonly event_id: string;
  readonly occurred_at: Date | string | number;
  readonly action: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly token: string | null;
  readonly target_type: string;
  readonly target_id: string;
  readonly outcome: string;
  readonly body: string;
  readonly personal: string | null;
  readonly leaf: string | null;
  readonly seal: string | null;
  readonly key_id: string | null;
  readonly place: number | null;
}

/** What is wrong with one entry. */
export interface Finding {
  readonly kind: FaultKind;
  /** What of it. */
  readonly part?: string;
}

interface Body {
  readonly eventId: string;
  readonly occurredAt: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly member?: string; readonly token?: string };
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome: string;
  readonly personal?: string;
}

const parse = (text: string): Body | undefined => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
};

/** The first column that does not say what the sealed text says. */
const differing = (row: Row, body: Body): string | undefined => {
  if (row.event_id !== body.eventId) return 'eventId';
  if (!isSameMoment(row.occurred_at, body.occurredAt)) return 'occurredAt';
  if (row.action !== body.action) return 'action';
  if (row.actor_kind !== body.actor.kind || row.actor !== (body.actor.member ?? null)) return 'actor';
  if (row.token !== (body.actor.token ?? null)) return 'token';
  if (row.target_type !== body.target.type || row.target_id !== body.target.id) return 'target';
  if (row.outcome !== body.outcome) return 'outcome';
  // Forgotten is not edited: then there is nothing.
  return row.personal !== null && hashOfPersonal(row.personal) !== body.personal ? 'personal' : undefined;
};

/** An entry that was looked at: its leaf as it was sealed, as far as that is known, and what is wrong with it. */
export interface Judged {
  readonly leaf: Buffer;
  readonly finding?: Finding;
  /** Its personal part was taken away. */
  readonly isForgotten?: boolean;
}

const judgeText = (row: Row, leaf: Buffer): Judged => {
  if (row.leaf !== leaf.toString('base64')) return { leaf, finding: { kind: 'edited', part: 'leaf' } };
  const body = parse(row.body);
  const part = body ? differing(row, body) : 'body';
  if (part !== undefined) return { leaf, finding: { kind: 'edited', part } };
  return { leaf, isForgotten: row.personal === null && body?.personal !== undefined };
};

const judgeBySeal = (row: Row, keyring: Keyring, sealOf: (key: SealingKey, leaf: string) => string, otherwise: FaultKind): Judged => {
  const leaf = leafHash(row.body);
  const key = row.key_id === null ? undefined : keyring.byId(row.key_id);
  if (!key) return { leaf, finding: row.key_id === null ? { kind: otherwise } : { kind: 'unknown-key', part: row.key_id } };
  if (sealOf(key, leaf.toString('base64')) === row.seal) return judgeText(row, leaf);
  // The seal is that of another text: the one that was written.
  if (row.leaf !== null && sealOf(key, row.leaf) === row.seal) return { leaf: Buffer.from(row.leaf, 'base64'), finding: { kind: 'edited', part: 'body' } };
  return { leaf, finding: { kind: otherwise } };
};

/** Whether an entry is what was sealed at its place. */
export const judgePlaced = (row: Row, place: number, keyring: Keyring): Judged => judgeBySeal(row, keyring, (key, leaf) => key.placed(leaf, place), 'forged');

/** Whether an entry that waits for its place was written by who has the key. */
export const judgeWaiting = (row: Row, keyring: Keyring): Judged => judgeBySeal(row, keyring, (key, leaf) => key.waiting(leaf), 'inserted');
