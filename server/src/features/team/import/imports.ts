import type { ImportStatus } from '../../../../../contracts/http-imports';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { auditActor, type Actor } from '../../../kernel/actor';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { recordPort, type AuditFact } from '../../../kernel/record';
import { createAssertions } from '../assertions';
import type { Invitations } from '../invitations/invitations';
import { createImportsRepository, type ImportJob } from './imports.repository';
import { createPlanning } from './planning';
import { createRowsRepository } from './rows.repository';
import { createRunning } from './running';
import { createShowing } from './showing';

/** People from a file, invited one by one: planned, looked at, and carried out as a job. */
export const createImports = (strapi: Strapi, invitations: Invitations) => {
  const imports = createImportsRepository(strapi);
  const rows = createRowsRepository(strapi);
  const plan = createPlanning(strapi, { imports, rows });
  const runner = createRunning(strapi, { imports, rows, invitations });
  const { assertMayGive, assertMayGiveTerritories } = createAssertions(strapi);

  const find = async (documentId: string): Promise<ImportJob> => {
    const job = await asSystem(() => imports.find(documentId));
    if (!job) throw new RosterError('NOT_FOUND');
    return job;
  };

  /** Takes an import from one state to another, with its audit entry. @throws RosterError CONFLICT in any other */
  const turn = (job: ImportJob, [from, to]: readonly [ImportStatus, ImportStatus], fact: Pick<AuditFact, 'action' | 'actor'>): Promise<void> =>
    asSystem(() =>
      transaction(strapi, async () => {
        const at = await imports.hold(job.documentId);
        if (at?.status !== from) throw new RosterError('CONFLICT', `The import is ${at?.status ?? 'gone'}.`, { path: 'import' });
        await imports.update(job.documentId, { status: to });
        if (to === 'running') await imports.setActor(job.documentId, fact.actor);
        await recordPort.of(strapi)({ ...fact, target: { type: 'import', id: job.documentId }, details: { file: job.file, rows: job.total } });
      }),
    );

  /** Whoever starts it need not be who sent the file. */
  const assertMayStart = async ({ documentId, status }: ImportJob, actor: Actor): Promise<void> => {
    if (status !== 'planned') throw new RosterError('CONFLICT', `The import is ${status}.`, { path: 'import' });
    for (const role of await rows.readyKeys(documentId, 'role')) await assertMayGive(actor, role, 'import');
    assertMayGiveTerritories(actor, await rows.readyKeys(documentId, 'territory'), 'import');
    await invitations.quota.assertLeft(auditActor(actor), (await rows.countByStatus(documentId)).get('ready') ?? 0);
  };

  return {
    ...createShowing(strapi, { imports, rows, invitations }),
    find,
    finished: runner.finished,
    startWorking: runner.start,
    stopWorking: runner.stop,

    /** Says what each row of a file would become, and invites nobody. @throws RosterError FILE_UNREADABLE, FILE_COLUMNS, FILE_TOO_LARGE */
    plan: async (file: { readonly bytes: Uint8Array; readonly name: string | null }, actor: Actor): Promise<ImportJob> => find(await plan(file, actor)),

    /**
     * Invites whomever the ready rows name. Whoever starts it must be able to give all that they give.
     * @throws RosterError NOT_FOUND; CONFLICT where it was started before; UNKNOWN_ROLE, ROLE_BEYOND_CEILING, INVITATION_QUOTA
     */
    async start(documentId: string, actor: Actor): Promise<ImportJob> {
      const job = await find(documentId);
      await asSystem(() => assertMayStart(job, actor));
      await turn(job, ['planned', 'running'], { action: 'import.started', actor: auditActor(actor) });
      runner.run(documentId);
      return find(documentId);
    },

    /** Stops an import after the batch that runs: who is invited stays so. @throws RosterError NOT_FOUND, CONFLICT */
    async cancel(documentId: string, actor: Actor): Promise<ImportJob> {
      const job = await find(documentId);
      await turn(job, ['running', 'cancelling'], { action: 'import.cancelled', actor: auditActor(actor) });
      runner.run(documentId);
      return find(documentId);
    },
  };
};

export type Imports = ReturnType<typeof createImports>;
