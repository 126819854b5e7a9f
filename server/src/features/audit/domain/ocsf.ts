import type { AuditEvent } from './event';

/** The version of the Open Cybersecurity Schema Framework that events are written in. */
const OCSF_VERSION = '1.3.0';

const SEVERITY: Readonly<Record<string, number>> = { info: 1, notice: 2, warning: 3 };

/** Class and activity of an event, by its action: Authentication, Account Change, or Entity Management. */
const AUTHENTICATION = 3002;
const ACCOUNT_CHANGE = 3001;
const ENTITY_MANAGEMENT = 3004;

const KNOWN: Readonly<Record<string, readonly [classUid: number, activityId: number]>> = {
  'user.signed-in': [AUTHENTICATION, 1],
  'user.sign-in-failed': [AUTHENTICATION, 1],
  'user.signed-out': [AUTHENTICATION, 2],
  'member.created': [ACCOUNT_CHANGE, 1],
  'member.reactivated': [ACCOUNT_CHANGE, 2],
  'member.deactivated': [ACCOUNT_CHANGE, 5],
};

const OTHER = 99;
const VERBS: readonly [RegExp, number][] = [
  [/\.(created|cloned|added|shared|started)$/, 1],
  [/\.(changed|updated|renamed|published|unpublished|ordered|bound|restricted|linked|.*-changed)$/, 3],
  [/\.(deleted|removed|unshared|cleared|cancelled)$/, 4],
];

const classOf = (action: string): readonly [number, number] => KNOWN[action] ?? [ENTITY_MANAGEMENT, VERBS.find(([verb]) => verb.test(action))?.[1] ?? OTHER];

const userOf = ({ actor, personal, target }: AuditEvent, classUid: number) =>
  classUid === ACCOUNT_CHANGE
    ? { uid: target.id, ...(target.name !== null && { name: target.name }) }
    : { uid: actor.member ?? actor.token?.documentId ?? actor.kind, name: actor.name ?? personal?.['identifier'] ?? actor.kind };

/** An event for tools that read OCSF. */
export const toOcsf = (event: AuditEvent): Record<string, unknown> => {
  const [classUid, activityId] = classOf(event.action);
  const { actor, target, personal } = event;
  return {
    category_uid: 3,
    class_uid: classUid,
    activity_id: activityId,
    ...(activityId === OTHER && { activity_name: event.action }),
    type_uid: classUid * 100 + activityId,
    time: Date.parse(event.occurredAt),
    severity_id: SEVERITY[event.severity] ?? 0,
    status_id: event.outcome === 'done' ? 1 : 2,
    message: event.action,
    metadata: { version: OCSF_VERSION, uid: event.eventId, sequence: event.place, event_code: event.action, product: { name: 'Roster', vendor_name: 'Roster' } },
    actor: { user: { uid: actor.member ?? actor.kind, ...(actor.name !== null && { name: actor.name }) }, ...(actor.token && { session: { uid: actor.token.documentId } }) },
    user: userOf(event, classUid),
    ...(classUid === AUTHENTICATION && { service: { name: event.door ?? 'unknown' } }),
    ...(classUid === ENTITY_MANAGEMENT && { entity: { uid: target.id, type: target.type, ...(target.name !== null && { name: target.name }) } }),
    ...(personal?.['ip'] !== undefined && { src_endpoint: { ip: personal['ip'] } }),
    ...(personal?.['userAgent'] !== undefined && { http_request: { user_agent: personal['userAgent'] } }),
    unmapped: { outcome: event.outcome, door: event.door, details: event.details, leaf: event.leaf },
  };
};
