import type { AuditEvent } from './event';
import { toEcs } from './ecs';
import { toOcsf } from './ocsf';

/** An event in the JSON format of CloudEvents 1.0, with its place as `sequence`. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly sequence?: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
}

export const BATCH_TYPE = 'application/cloudevents-batch+json';

export const STREAM_FORMATS = ['roster', 'ocsf', 'ecs'] as const;
export type StreamFormat = (typeof STREAM_FORMATS)[number];

const DATA: Readonly<Record<StreamFormat, (event: AuditEvent) => unknown>> = { roster: (event) => event, ocsf: toOcsf, ecs: toEcs };

const about = (origin: string) => ({ specversion: '1.0', source: `urn:roster:${origin}`, datacontenttype: 'application/json' }) as const;

export const toCloudEvent = (event: AuditEvent, format: StreamFormat, origin: string): CloudEvent => ({
  ...about(origin),
  id: event.eventId,
  type: `roster.${event.action}`,
  time: event.occurredAt,
  subject: `${event.target.type}/${event.target.id}`,
  ...(event.place !== null && { sequence: String(event.place) }),
  data: DATA[format](event),
});

const CHECKPOINT = 'checkpoint-';

/** A signed note of the log: whoever keeps it can show later that nothing before it was changed. */
export const checkpointEvent = ({ size, note, signedAt }: { readonly size: number; readonly note: string; readonly signedAt: Date | string }, origin: string): CloudEvent => ({
  ...about(origin),
  id: `${CHECKPOINT}${size}`,
  type: 'roster.checkpoint',
  time: new Date(signedAt).toISOString(),
  data: { size, note },
});

/** The size of the checkpoint that an event is, if it is one. */
export const checkpointIn = (eventId: string): number | undefined => (eventId.startsWith(CHECKPOINT) ? Number(eventId.slice(CHECKPOINT.length)) : undefined);
