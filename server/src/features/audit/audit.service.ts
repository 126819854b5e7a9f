import type { RequestContext, Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { asSystem } from '../../kernel/frame';
import { createBackgroundCheck } from './checking/background';
import { createChecking } from './checking/checking';
import { createExporting, type Exporting } from './exporting';
import { auditConfigOf, keyringOf } from './keyring';
import { createForgetting } from './forgetting/forgetting';
import { createLateRecorder } from './late-record';
import { createReading } from './reading/reading';
import { createRecorder } from './record';
import { createRetention } from './retention/retention';
import { createAnchors } from './sealing/anchors';
import { createSealer } from './sealing/sealer';
import { createTicker } from './sealing/ticker';
import { createSiteLog } from './site-log';
import { createStreams } from './streams/streams';

const CHECKPOINT_SECONDS = 60;

/** The log: what is written with the action that it tells of, what is written after it, what seals it, and how it is read. */
export const createAuditService = ({ strapi }: { strapi: Strapi }) => {
  const config = auditConfigOf(strapi);
  const keyring = keyringOf(strapi);
  const record = createRecorder(strapi, keyring, config, () => ticker.noteEntry());
  const { checkpointSeconds = CHECKPOINT_SECONDS } = config;
  const ticker = createTicker(strapi, createSealer(strapi, keyring, record, { checkpointSeconds, onCheckpoint: createAnchors(strapi, config) }));
  const late = createLateRecorder(strapi, record);
  const checking = createChecking(strapi, keyring, config);
  const background = createBackgroundCheck(strapi, checking.verify, record);
  const exporting = createExporting(strapi);
  const streams = createStreams(strapi, config, { record, eventsOf: exporting.eventsOf, origin: keyring.current.origin });
  const retention = createRetention(strapi, record, { seal: () => ticker.seal() }, config.retentionDays);
  const actor = () => auditActor(doorPort.of(strapi).actor());

  /** Gives every entry that waits its place. */
  const seal = async (): Promise<void> => {
    await late.settle();
    await ticker.seal();
  };

  return {
    record,
    late,
    forget: createForgetting(strapi, late),
    seal,
    ...checking,
    streams,
    reading: createReading(strapi, keyring, { seal, progress: background.progress }),
    /** Answers with the log as a file, and tells it of that. */
    async export(ctx: RequestContext, query: Parameters<Exporting['answer']>[1]): Promise<void> {
      await seal();
      await exporting.answer(ctx, query, actor());
    },
    log: createSiteLog(strapi, config, record, actor).log,
    checkInBackground: (): void => background.start(actor()),
    checkFinished: background.finished,
    /** Removes what is older than the retention. */
    cut: retention.cut,
    /** Notes that whoever asks has read through the log. */
    async review(): Promise<void> {
      const by = actor();
      await asSystem(() => transaction(strapi, () => record({ action: 'log.reviewed', actor: by, target: { type: 'log', id: 'audit' } })));
    },
    start(): void {
      late.start();
      ticker.start();
      retention.start();
      streams.start();
    },
    async stop(): Promise<void> {
      retention.stop();
      await streams.stop();
      await background.stop();
      await late.stop();
      await ticker.stop();
    },
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
