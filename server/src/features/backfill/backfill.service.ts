import { keyFields, ownerFields } from '../../host/owner-fields';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { memberIn, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { doorPort } from '../../kernel/door';
import { asSystem } from '../../kernel/frame';
import { owningType } from '../assignment';
import { rebalanceOf, type Job } from '../rebalance';
import { createConflictsRepository, type ConflictFilter } from './conflicts.repository';
import { planBackfill, type BackfillInput } from './planning';

/** Owners that a site knew before: taken over from a field or a file as a plan, which rebalancing carries out and takes back. */
export const createBackfillService = ({ strapi }: { strapi: Strapi }) => {
  const conflicts = createConflictsRepository(strapi);

  return {
    /** What of a type may name an owner, and by what its records may be known. @throws RosterError UNKNOWN_TYPE */
    fields: (type: string) => {
      const binding = owningType(strapi, type);
      return { owners: ownerFields(strapi, binding.type), keys: keyFields(strapi, binding.type) };
    },

    /**
     * Plans for the records that the caller sees, and changes nothing.
     * @throws RosterError UNKNOWN_TYPE; VALIDATION_FAILED naming the field, the column or the line at fault
     */
    plan(input: Omit<BackfillInput, 'within'>, actor: Actor): Promise<Job> {
      const { type } = owningType(strapi, input.type);
      const within = doorPort.of(strapi).visibleRows(type);
      return asSystem(async () => {
        const plannedAt = clockPort.of(strapi)();
        const { goals, conflicts: left, examined } = await planBackfill(strapi, { ...input, within });
        return transaction(strapi, async () => {
          const job = await rebalanceOf(strapi).keep({ kind: 'backfill', type, goals, examined, plannedAt, createdByMember: memberIn(actor)?.documentId ?? null });
          await conflicts.removeOrphans();
          await conflicts.insert(job.documentId, left);
          return job;
        });
      });
    },

    counts: (job: string) => asSystem(() => conflicts.counts(job)),
    conflicts: (job: string, filter: ConflictFilter) => asSystem(() => conflicts.page(job, filter)),
  };
};

export type BackfillService = ReturnType<typeof createBackfillService>;
