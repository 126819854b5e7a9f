import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { Actor } from '../../kernel/actor';
import { aroundWritePort, withAround } from '../../kernel/around-write';
import { asSystem } from '../../kernel/frame';
import type { Aftermath } from './aftermath';
import { WRITE_ACTIONS, recordWriteOf, type DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { Telling } from './telling';

interface Dependencies {
  readonly gate: EnforcementGate;
  readonly aftermath: Aftermath;
  readonly telling: Telling;
}

type Next = () => Promise<unknown>;

/**
 * A write that nobody checks, of a type that has a binding all the same: by site code, by a full-access token, by whom
 * the binding leaves to the host. What is around a write holds for it too; and where the type is governed, it is told.
 */
export const createUnguardedWrite = (strapi: Strapi, { gate, aftermath, telling }: Dependencies) => (actor: Actor, context: DocumentContext, next: Next): Promise<unknown> => {
  const binding = gate.bindings.get(context.uid);
  if (!binding || !(context.action in WRITE_ACTIONS)) return next();
  const told = async (): Promise<unknown> => {
    const tell = await asSystem(() => telling(binding, context));
    const result = await next();
    await asSystem(() => aftermath.tell(actor, binding, context, { result, tell }));
    return result;
  };
  return transaction(strapi, () => withAround(aroundWritePort.of(strapi), recordWriteOf(binding, context), binding.mode === 'enforce' ? told : next));
};

export type UnguardedWrite = ReturnType<typeof createUnguardedWrite>;
