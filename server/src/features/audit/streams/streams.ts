import type { AuditLetters, AuditStreams } from '../../../../../contracts/http-audit-streams';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import type { Recorder } from '../../../kernel/record';
import { createAuditRepository } from '../audit.repository';
import type { AuditConfig } from '../config';
import type { Exporting } from '../exporting';
import { createHeadRepository } from '../sealing/head.repository';
import { createDelivery } from './delivery';
import { createLettersRepository } from './letters.repository';
import { createMessages } from './messages';
import { presentLetter, presentStream } from './presenting';
import { createReceivers } from './receivers';
import { createRepairing } from './repairing';
import { toStream } from './stream';
import { createStreaming } from './streaming';
import { createStreamsRepository } from './streams.repository';

interface Dependencies {
  readonly record: Recorder;
  readonly eventsOf: Exporting['eventsOf'];
  /** Name of the log. */
  readonly origin: string;
}

/** The log, told to receivers outside: what does it, how it goes, and what to do where it does not. */
export const createStreams = (strapi: Strapi, config: AuditConfig, { record, eventsOf, origin }: Dependencies) => {
  const [streams, letters, heads] = [createStreamsRepository(strapi), createLettersRepository(strapi), createHeadRepository(strapi)];
  const configured = (config.streams ?? []).map(toStream);
  const now = () => clockPort.of(strapi)();
  const messages = createMessages({ audit: createAuditRepository(strapi), heads, eventsOf, origin });
  const receivers = createReceivers(strapi, { streams, letters, heads, record });
  const deliver = createDelivery({ streams, letters, messages, record, now });

  return {
    ...createStreaming(strapi, configured, { streams, deliver, now, prepare: () => receivers(configured) }),
    ...createRepairing(strapi, { configured, streams, letters, messages, record, now }),

    /** How it goes with each receiver. */
    list: (): Promise<AuditStreams['data']> =>
      asSystem(async () => {
        const [kept, { size }] = [await streams.all(), await heads.read()];
        const counts = await letters.counts(kept.map(({ name }) => name));
        return kept.map((progress) => presentStream(progress, { size, letters: counts.get(progress.name) ?? 0 }));
      }),

    /** What a receiver has refused for good, newest first. */
    letters: (name: string, { page, pageSize }: { readonly page: number; readonly pageSize: number }): Promise<AuditLetters> =>
      asSystem(async () => {
        const total = await letters.count(name);
        const data = (await letters.page(name, page, pageSize)).map(presentLetter);
        return { data, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
      }),
  };
};
