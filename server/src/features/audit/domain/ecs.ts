import type { AuditEvent } from './event';

/** The version of the Elastic Common Schema that events are written in. */
const ECS_VERSION = '8.17.0';

const CATEGORY: readonly [RegExp, string][] = [
  [/^user\./, 'authentication'],
  [/^(member|role|token|co-owner|owner|owners)\./, 'iam'],
];

const TYPE: readonly [RegExp, string][] = [
  [/^user\.signed-in$/, 'start'],
  [/^user\.sign-in-failed$/, 'start'],
  [/^user\.signed-out$/, 'end'],
  [/\.denied$/, 'denied'],
  [/\.(created|cloned|added|shared)$/, 'creation'],
  [/\.(deleted|removed|unshared)$/, 'deletion'],
  [/\.started$|\.finished$|\.checked$|\.reviewed$/, 'info'],
];

const first = (table: readonly [RegExp, string][], action: string, otherwise: string): string => table.find(([pattern]) => pattern.test(action))?.[1] ?? otherwise;

/** An event for tools that read ECS. */
export const toEcs = (event: AuditEvent): Record<string, unknown> => {
  const { actor, target, personal } = event;
  return {
    '@timestamp': event.occurredAt,
    ecs: { version: ECS_VERSION },
    message: event.action,
    event: {
      kind: 'event',
      id: event.eventId,
      action: event.action,
      category: [first(CATEGORY, event.action, 'configuration')],
      type: [first(TYPE, event.action, 'change')],
      outcome: event.outcome === 'done' ? 'success' : 'failure',
      sequence: event.place,
      provider: 'roster',
      hash: event.leaf,
    },
    user: {
      id: actor.member ?? actor.kind,
      ...(actor.name !== null && { name: actor.name }),
      ...(target.type === 'member' && { target: { id: target.id, ...(target.name !== null && { name: target.name }) } }),
    },
    ...(personal?.['ip'] !== undefined && { source: { ip: personal['ip'] } }),
    ...(personal?.['userAgent'] !== undefined && { user_agent: { original: personal['userAgent'] } }),
    roster: { target, door: event.door, severity: event.severity, details: event.details, token: actor.token, ...(personal?.['identifier'] !== undefined && { identifier: personal['identifier'] }) },
  };
};
