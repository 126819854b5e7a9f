import type { AuditReport } from '../../../../../contracts/audit-report';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { asSystem } from '../../../kernel/frame';
import type { AuditActor, Recorder } from '../../../kernel/record';
import type { VerifyOptions } from './verify';

export interface Progress {
  readonly place: number;
  readonly size: number;
}

const byKind = ({ faults }: AuditReport): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** A check of the whole log that somebody in the panel has asked for: it runs on, and what it finds is an entry; also that it broke off. */
export const createBackgroundCheck = (strapi: Strapi, verify: (options: VerifyOptions) => Promise<AuditReport>, record: Recorder) => {
  let progress: Progress | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopping = false;

  const tell = (action: 'log.checked' | 'log.check-failed', actor: AuditActor, details: Readonly<Record<string, unknown>>): Promise<void> =>
    asSystem(() => transaction(strapi, () => record({ action, actor, target: { type: 'log', id: 'audit' }, details })));

  /** Whoever has asked for it waits for what it finds: nothing to be seen would be taken for nothing to be found. */
  const tellFailure = async (actor: AuditActor, { message }: Error): Promise<void> => {
    strapi.log.error(`roster: the audit log could not be checked: ${message}`);
    await tell('log.check-failed', actor, { reason: message }).catch((error: Error) => strapi.log.error(`roster: nor could the audit log be told of it: ${error.message}`));
  };

  const check = async (actor: AuditActor): Promise<void> => {
    try {
      const report = await verify({
        onProgress(place, size) {
          if (isStopping) throw new Error('the site stops');
          progress = { place, size };
        },
      });
      const { isSound, entries, anchors } = report;
      await tell('log.checked', actor, { isSound, entries, anchors, faults: byKind(report) });
    } catch (error) {
      // A check that the end of the site has ended is no failure of the check.
      if (!isStopping) await tellFailure(actor, error as Error);
    } finally {
      progress = undefined;
    }
  };

  return {
    progress: (): Progress | undefined => progress,
    /** Starts a check; a second one while it runs does nothing. */
    start(actor: AuditActor): void {
      if (progress) return;
      progress = { place: 0, size: 0 };
      running = check(actor);
    },
    /** When the check that runs is over. */
    finished: (): Promise<void> => running,
    /** Leaves a check that runs. */
    stop(): Promise<void> {
      isStopping = true;
      return running;
    },
  };
};
