import type { AuditRepository } from '../audit.repository';
import { checkpointEvent, checkpointIn, toCloudEvent, type CloudEvent } from '../domain/cloud-event';
import type { Exporting } from '../exporting';
import type { HeadRepository } from '../sealing/head.repository';
import type { Progress, Stream } from './stream';

/** What goes in one request, and where the receiver is when he has it. */
export interface Message {
  readonly events: readonly CloudEvent[];
  /** Of the first event. */
  readonly place: number | null;
  readonly action: string;
  readonly after: Pick<Progress, 'next' | 'checkpoint'>;
}

interface Sources {
  readonly audit: AuditRepository;
  readonly heads: HeadRepository;
  readonly eventsOf: Exporting['eventsOf'];
  readonly origin: string;
}

const CHECKPOINT = 'checkpoint';

/** What is told to receivers: the sealed entries in the order of their places, and each checkpoint behind the entries that it signs. */
export const createMessages = ({ audit, heads, eventsOf, origin }: Sources) => ({
  /** What comes next, as much as goes at once; undefined where the receiver has all there is. */
  async next({ format }: Stream, { next, checkpoint, batch }: Progress): Promise<Message | undefined> {
    const entries = await audit.fromPlace(next, batch);
    const [first, last] = [entries[0], entries.at(-1)];
    const reached = last ? (last.place as number) + 1 : next;
    // One alone, where it is to be found out which of them is refused.
    const room = batch - entries.length;
    const signed = room > 0 ? (await heads.checkpointsFrom(checkpoint, room)).filter(({ size }) => size <= reached) : [];
    if (!first && signed.length === 0) return undefined;
    const events = [...(await eventsOf(entries)).map((event) => toCloudEvent(event, format, origin)), ...signed.map((state) => checkpointEvent(state, origin))];
    return { events, place: first?.place ?? null, action: first?.action ?? CHECKPOINT, after: { next: reached, checkpoint: signed.at(-1)?.size ?? checkpoint } };
  },

  /** One event again; undefined where the retention has removed it. */
  async one({ format }: Stream, eventId: string): Promise<CloudEvent | undefined> {
    const size = checkpointIn(eventId);
    const state = size === undefined ? undefined : await heads.checkpointOf(size);
    if (state) return checkpointEvent(state, origin);
    const entry = await audit.byEvent(eventId);
    const [event] = entry ? await eventsOf([entry]) : [];
    return event && toCloudEvent(event, format, origin);
  },
});

export type Messages = ReturnType<typeof createMessages>;
