import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { recordPort } from '../../../kernel/record';
import { createJobRunner } from '../../jobs';
import type { Invitations } from '../invitations/invitations';
import { createBatch } from './batch';
import type { ImportsRepository } from './imports.repository';
import type { RowsRepository } from './rows.repository';

interface Dependencies {
  readonly imports: ImportsRepository;
  readonly rows: RowsRepository;
  readonly invitations: Pick<Invitations, 'quota' | 'queue' | 'sender'>;
}

/** Carries imports out. */
export const createRunning = (strapi: Strapi, { imports, rows, invitations }: Dependencies) => {
  const batch = createBatch(strapi, { imports, rows, invitations });

  return createJobRunner(strapi, {
    noun: 'import',
    abandonedSince: imports.abandonedSince,

    async workOf(documentId) {
      const job = await imports.find(documentId);
      return job ? { batch: () => batch(job) } : undefined;
    },

    fail: (documentId, error) =>
      transaction(strapi, async () => {
        const { code = 'FAILED' } = error as { code?: string };
        await imports.update(documentId, { status: 'failed', error: { code } });
        const job = await imports.find(documentId);
        if (job) await recordPort.of(strapi)({ action: 'import.finished', actor: job.actor, target: { type: 'import', id: documentId }, details: { status: 'failed', code } });
      }),
  });
};
