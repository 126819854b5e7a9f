import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { creationPort } from '../../kernel/creation';
import { recordPort } from '../../kernel/record';
import { WRITE_ACTIONS, hasWritten, type DocumentContext } from './domain/document-actions';
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

  /** The audit entry of a write, with what there is to tell of the record. */
  const tell = async (actor: Actor, binding: Binding, context: DocumentContext, written: Written): Promise<void> => {
    const record = recordOf(context, written.result);
    const action = WRITE_ACTIONS[context.action]?.audit;
    if (!action || record === undefined || !hasWritten(written.result)) return;
    const details = await written.tell(record);
    await recordPort.of(strapi)({ action, actor: auditActor(actor), target: { type: binding.type, id: record }, ...(details && { details }) });
  };

  return {
    settle,
    tell,

    /** Entries for a new record, and the audit entry. */
    async conclude(actor: Actor, binding: Binding, context: DocumentContext, written: Written): Promise<void> {
      if (!hasWritten(written.result)) return;
      await settle(actor, binding, context, written.result);
      await tell(actor, binding, context, written);
    },
  };
};

export type Aftermath = ReturnType<typeof createAftermath>;
