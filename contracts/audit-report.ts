/**
 * What can be wrong with the log, as `roster verify` names it.
 */
export const FAULTS = {
  edited: 'An entry was changed after it was written.',
  missing: 'Entries that were sealed are gone.',
  inserted: 'An entry was put into the table by somebody without the key of the log.',
  moved: 'An entry stands at a place that was another’s.',
  forged: 'An entry has a place, and a seal that the key of the log has not made.',
  'unknown-key': 'Entries or a checkpoint are sealed with a key that is not configured.',
  checkpoint: 'A checkpoint was changed, or does not fit the entries.',
  head: 'The head of the log was changed, or does not fit the entries.',
  truncated: 'The log is shorter than an anchor says that it was.',
  rewritten: 'The log is not the one of which an anchor was taken.',
} as const;

export type FaultKind = keyof typeof FAULTS;

export interface AuditFault {
  readonly kind: FaultKind;
  /** Place in the log, from 0; null for what has none. */
  readonly place: number | null;
  /** Last place of several. */
  readonly upTo: number | null;
  readonly eventId: string | null;
  /** What of it, or which one. */
  readonly detail: string | null;
}

/** What a check of the whole log has found. */
export interface AuditReport {
  readonly isSound: boolean;
  /** Entries that were checked, of which so many wait for their place. */
  readonly entries: number;
  readonly waiting: number;
  /** Entries whose personal part was forgotten, as is done for a person's right to it. */
  readonly forgotten: number;
  readonly checkpoints: number;
  readonly anchors: number;
  /** The first place that is kept. */
  readonly from: number;
  /** Places that were given. */
  readonly size: number;
  /** The first hundred, in their order. */
  readonly faults: readonly AuditFault[];
  readonly faultCount: number;
}

/** Shows that an entry is part of the log, to whoever has the log's public key and nothing else. */
export interface AuditProof {
  readonly version: 1;
  /** The sealed text of the entry. */
  readonly body: string;
  /** What belongs to it and may be forgotten; the sealed text holds its hash. */
  readonly personal: string | null;
  readonly place: number;
  /** Entries in the log of which the checkpoint tells. */
  readonly size: number;
  /** Hashes beside the way from the leaf to the root (RFC 6962, section 2.1.1), in base64. */
  readonly path: readonly string[];
  /** The signed note. */
  readonly checkpoint: string;
}
