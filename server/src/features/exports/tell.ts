import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asSystem } from '../../kernel/frame';
import type { Origin } from '../../kernel/origin';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { Exported } from './stream';

/** Who takes what out of the house. */
export interface Export {
  readonly actor: AuditActor;
  readonly target: { readonly type: string; readonly id: string };
  readonly details: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
}

/**
 * Tells the audit log of an export: before the first row leaves, since what cannot be told is not to happen; and at its
 * end, with how many rows there were, and why not all of them.
 */
export const tellExport = async (strapi: Strapi, { details, ...who }: Export): Promise<Exported['onEnd']> => {
  const write = (action: 'export.started' | 'export.finished', more: object): Promise<void> =>
    asSystem(() => transaction(strapi, () => recordPort.of(strapi)({ ...who, action, details: { ...details, ...more } })));
  await write('export.started', {});
  return (ended) => write('export.finished', ended);
};
