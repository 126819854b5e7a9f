import { randomUUID } from 'node:crypto';
import type { Strapi } from '../../../host/strapi';
import { breathe } from '../../../kernel/breathe';
import { asSystem } from '../../../kernel/frame';
import type { Delivery } from './delivery';
import type { Stream } from './stream';
import type { StreamsRepository } from './streams.repository';

const TICK_MS = 2_000;
/** A node that has not been heard of for so long is gone. Longer than a request takes at most. */
const HOLD_MS = 30_000;

interface Dependencies {
  readonly streams: StreamsRepository;
  readonly deliver: Delivery;
  readonly now: () => Date;
  /** What is to be done before the first delivery. */
  readonly prepare: () => Promise<void>;
}

/** Tells receivers what is new, every two seconds; of several nodes, one tells one receiver at a time. */
export const createStreaming = (strapi: Strapi, configured: readonly Stream[], { streams, deliver, now, prepare }: Dependencies) => {
  const holder = randomUUID();
  const running = new Map<string, Promise<void>>();
  let isStopping = false;
  let preparing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const hold = (name: string): Promise<boolean> => streams.hold(name, { holder, now: now(), until: new Date(now().getTime() + HOLD_MS) });

  const work = async (stream: Stream): Promise<void> => {
    while (!isStopping && (await hold(stream.name)) && (await deliver(stream)) === 'on') await breathe();
    await streams.release(stream.name, holder);
  };

  const run = (stream: Stream): Promise<void> => {
    const known = running.get(stream.name);
    if (known) return known;
    const done = asSystem(() => work(stream))
      .catch((error: Error) => void strapi.log.error(`roster: the audit log could not be sent to "${stream.name}", and will be tried again: ${error.message}`))
      .finally(() => running.delete(stream.name));
    running.set(stream.name, done);
    return done;
  };

  const prepareOnce = (): Promise<void> =>
    (preparing ??= asSystem(prepare).catch((error: unknown) => {
      preparing = undefined;
      throw error;
    }));

  const tick = async (): Promise<void> => {
    try {
      await prepareOnce();
      await Promise.all(configured.map(run));
    } catch (error) {
      strapi.log.error(`roster: the receivers of the audit log could not be prepared: ${(error as Error).message}`);
    }
  };

  return {
    /** Tells everybody what is there. Whoever is being told already may be at the end of it: he is asked once more. */
    async deliver(): Promise<void> {
      await prepareOnce();
      await Promise.all(running.values());
      await Promise.all(configured.map(run));
    },
    /** Tells one what is there, in its own time. */
    wake(name: string): void {
      const stream = configured.find((one) => one.name === name);
      if (stream) void run(stream);
    },
    start(): void {
      void tick();
      if (configured.length === 0) return;
      timer = setInterval(() => void tick(), TICK_MS);
      timer.unref();
    },
    /** Ends after the request that is on its way. */
    async stop(): Promise<void> {
      isStopping = true;
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
};
