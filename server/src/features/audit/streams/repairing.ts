import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import type { AuditActor, AuditFact, Recorder } from '../../../kernel/record';
import type { LettersRepository } from './letters.repository';
import type { Messages } from './messages';
import { send } from './sending';
import { MOST_AT_ONCE, type Stream } from './stream';
import type { StreamsRepository } from './streams.repository';

interface Dependencies {
  readonly configured: readonly Stream[];
  readonly streams: StreamsRepository;
  readonly letters: LettersRepository;
  readonly messages: Messages;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** What somebody can do where a receiver does not get what he should. All of it is told to the log. */
export const createRepairing = (strapi: Strapi, { configured, streams, letters, messages, record, now }: Dependencies) => {
  const streamOf = (name: string): Stream => {
    const stream = configured.find((one) => one.name === name);
    if (!stream) throw new RosterError('NOT_FOUND', 'There is no stream of that name in the configuration.', { path: 'name' });
    return stream;
  };

  const assertLetter = async (name: string, eventId: string): Promise<void> => {
    if (!(await letters.find(name, eventId))) throw new RosterError('NOT_FOUND', 'It is not among what was put aside.', { path: 'eventId' });
  };

  /** A change, and the entry that tells of it. */
  const change = (fact: Pick<AuditFact, 'action' | 'actor' | 'details'> & { readonly name: string }, work: () => Promise<unknown>): Promise<void> =>
    asSystem(() =>
      transaction(strapi, async () => {
        await work();
        const { name, ...told } = fact;
        await record({ ...told, target: { type: 'stream', id: name } });
      }),
    );

  return {
    /** Does not wait for the time of the next attempt. @throws RosterError NOT_FOUND */
    async tryNow(name: string, actor: AuditActor): Promise<void> {
      streamOf(name);
      await change({ action: 'stream.retried', actor, name }, () => streams.update(name, { retryAt: null }));
    },

    /** Sends everything from a place on once more. @throws RosterError NOT_FOUND */
    async replay(name: string, from: number, actor: AuditActor): Promise<void> {
      streamOf(name);
      const before = await asSystem(() => streams.find(name));
      const checkpoint = Math.min(before?.checkpoint ?? 0, from);
      await change({ action: 'stream.replayed', actor, name, details: { from, reached: before?.next ?? 0 } }, () =>
        streams.update(name, { next: from, checkpoint, batch: MOST_AT_ONCE, failures: 0, retryAt: null }),
      );
    },

    /** Sends what was put aside once more, by itself. @throws RosterError NOT_FOUND; STREAM_REFUSED with what the receiver says */
    async sendAgain(name: string, eventId: string, actor: AuditActor): Promise<void> {
      const stream = streamOf(name);
      const event = await asSystem(async () => {
        await assertLetter(name, eventId);
        return messages.one(stream, eventId);
      });
      if (!event) throw new RosterError('NOT_FOUND', 'The entry has been removed by the retention.', { path: 'eventId' });
      const { verdict, problem } = await send(stream, [event], now());
      if (verdict !== 'delivered') throw new RosterError('STREAM_REFUSED', undefined, { path: 'eventId', problem });
      await change({ action: 'stream.letter-sent', actor, name, details: { eventId } }, () => letters.remove(name, eventId));
    },

    /** Gives up what was put aside: the receiver goes without it. @throws RosterError NOT_FOUND */
    async discard(name: string, eventId: string, actor: AuditActor): Promise<void> {
      await asSystem(() => assertLetter(name, eventId));
      await change({ action: 'stream.letter-discarded', actor, name, details: { eventId } }, () => letters.remove(name, eventId));
    },
  };
};
