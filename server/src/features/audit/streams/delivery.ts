import { SYSTEM } from '../../../kernel/frame';
import type { Recorder } from '../../../kernel/record';
import { delayAfter } from '../domain/verdict';
import type { LettersRepository } from './letters.repository';
import type { Message, Messages } from './messages';
import { send, type Outcome } from './sending';
import { MOST_AT_ONCE, type Progress, type Stream } from './stream';
import type { StreamsRepository } from './streams.repository';

/** After so many attempts, what is refused is put aside; and what fails is told to the log. */
const MOST_REFUSALS = 5;
const FAILURES_TOLD = 5;

interface Dependencies {
  readonly streams: StreamsRepository;
  readonly letters: LettersRepository;
  readonly messages: Messages;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** What came of an attempt: there may be more, there is nothing to do, or it is to be tried again later. */
export type Step = 'on' | 'idle' | 'later';

/** One request to one receiver, and what follows from its answer. What was told is noted once it has arrived: it may come twice, and never not at all. */
export const createDelivery = ({ streams, letters, messages, record, now }: Dependencies) => {
  const goOn = (name: string, { batch }: Progress, after: Message['after']): Promise<number> =>
    streams.update(name, { ...after, batch: Math.min(batch * 2, MOST_AT_ONCE), failures: 0, retryAt: null, deliveredAt: now(), problem: '', problemAt: null, isFailing: false });

  /** Tells the log, once until something arrives again, that a receiver is not to be reached. */
  const isTold = async ({ name, target }: Stream, { isFailing, failures }: Progress, problem: string): Promise<boolean> => {
    if (isFailing || failures + 1 < FAILURES_TOLD) return isFailing;
    await record({ action: 'stream.failing', actor: SYSTEM, target: { type: 'stream', id: name }, details: { target, problem, failures: failures + 1 } });
    return true;
  };

  const tryLater = (name: string, { failures }: Progress, { problem, retryAfterMs }: Outcome, isFailing: boolean): Promise<number> => {
    const retryAt = new Date(now().getTime() + delayAfter(failures + 1, Math.random(), retryAfterMs));
    return streams.update(name, { failures: failures + 1, retryAt, problem, problemAt: now(), isFailing });
  };

  /** Half as many, until it is one: that one is put aside if it stays refused. */
  const sortOut = async (name: string, progress: Progress, { events, place, action, after }: Message, outcome: Outcome): Promise<Step> => {
    const [event] = events;
    if (events.length > 1) {
      await streams.update(name, { batch: Math.ceil(events.length / 2) });
      return 'on';
    }
    if (!event || progress.failures + 1 < MOST_REFUSALS) {
      await tryLater(name, progress, outcome, progress.isFailing);
      return 'later';
    }
    await letters.add({ stream: name, eventId: event.id, place, action, problem: outcome.problem, refusedAt: now() });
    await streams.update(name, { ...after, failures: 0, retryAt: null, problem: outcome.problem, problemAt: now() });
    return 'on';
  };

  /** Tells a receiver what comes next. */
  return async (stream: Stream): Promise<Step> => {
    const progress = await streams.find(stream.name);
    if (!progress || (progress.retryAt !== null && new Date(progress.retryAt) > now())) return 'later';
    const message = await messages.next(stream, progress);
    if (!message) return 'idle';
    const outcome = await send(stream, message.events, now());
    if (outcome.verdict === 'refused') return sortOut(stream.name, progress, message, outcome);
    if (outcome.verdict === 'later') {
      await tryLater(stream.name, progress, outcome, await isTold(stream, progress, outcome.problem));
      return 'later';
    }
    await goOn(stream.name, progress, message.after);
    return 'on';
  };
};

export type Delivery = ReturnType<typeof createDelivery>;
