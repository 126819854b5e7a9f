import type { AuditEntryInfo } from '../../../../../contracts/http-audit';

/** An entry as it leaves the house: with names beside ids, and with what was told. */
export interface AuditEvent extends AuditEntryInfo {
  readonly severity: string;
  readonly door: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, string>> | null;
  /** Its hash as a leaf of the log's tree, in base64. */
  readonly leaf: string | null;
}

export const COLUMNS = [
  'place', 'eventId', 'occurredAt', 'action', 'severity', 'outcome', 'actorKind', 'actor', 'actorName', 'token', 'targetType', 'target', 'targetName', 'door', 'ip', 'userAgent', 'identifier', 'details', 'leaf',
] as const;

/** An event as a row of a table. */
export const toRow = ({ actor, target, personal, ...event }: AuditEvent): Record<(typeof COLUMNS)[number], unknown> => ({
  place: event.place,
  eventId: event.eventId,
  occurredAt: event.occurredAt,
  action: event.action,
  severity: event.severity,
  outcome: event.outcome,
  actorKind: actor.kind,
  actor: actor.member,
  actorName: actor.name,
  token: actor.token?.documentId ?? null,
  targetType: target.type,
  target: target.id,
  targetName: target.name,
  door: event.door,
  ip: personal?.['ip'] ?? null,
  userAgent: personal?.['userAgent'] ?? null,
  identifier: personal?.['identifier'] ?? null,
  details: event.details,
  leaf: event.leaf,
});
