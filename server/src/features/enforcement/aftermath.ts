import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { creationPort } from '../../kernel/creation';
import { recordPort } from '../../kernel/record';
import { WRITE_ACTIONS, type DocumentContext } from './domain/document-actions';
import type { WriteRequirements } from './write-requirements';

/** A new record: but not a locale that `create` adds to one that is there. */
const makesRecord = ({ action, params }: DocumentContext): boolean =>
  action === 'clone' || (action === 'create' && params.data?.['documentId'] === undefined);

const recordOf = ({ action, params }: DocumentContext, result: unknown): string | undefined =>
  action === 'create' || action === 'clone' ? (result as { documentId?: string } | null)?.documentId : params.documentId;

interface Written {
  readonly result: unknown;
  readonly tell: (record: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** What follows a write, in its transaction. */
export const createAftermath = (strapi: Strapi, requirements: WriteRequirements) => {
  /** Entries for a new record. */
  const settle = async (actor: Actor, binding: Binding, context: DocumentContext, result: unknown): Promise<void> => {
    const record = recordOf(context, result);
    if (actor.kind !== 'member' || record === undefined || !makesRecord(context)) return;
    const scoped = requirements.isScoped(actor, binding);
    const creation = { type: binding.type, record, member: actor.member.documentId, scoped, mayOwn: actor.reach.mayOwn };
    for (const hook of creationPort.of(strapi)) await hook(creation);
  };

  return {
    settle,

    /** Entries for a new record, and the audit entry, with what there is to tell of the record. */
    async conclude(actor: Actor, binding: Binding, context: DocumentContext, { result, tell }: Written): Promise<void> {
      const record = recordOf(context, result);
      if (record === undefined || result === null) return;
      await settle(actor, binding, context, result);
      const action = WRITE_ACTIONS[context.action]?.audit;
      if (!action) return;
      const details = await tell(record);
      await recordPort.of(strapi)({ action, actor: auditActor(actor), target: { type: binding.type, id: record }, ...(details && { details }) });
    },
  };
};

export type Aftermath = ReturnType<typeof createAftermath>;
