import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { aroundWritePort, withAround } from '../../kernel/around-write';
import { ACTION_FOR, type Binding } from '../../kernel/binding';
import { asSystem, isOnTrial, isUnobserved, onTrial, unobserved } from '../../kernel/frame';
import { transaction } from '../../host/transaction';
import { witnessPort } from '../../kernel/observation';
import { decide } from '../access';
import type { Actors } from './actors';
import type { Aftermath } from './aftermath';
import { WRITE_ACTIONS, recordWriteOf, type DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { WriteGuard } from './write-guard';

type Next = () => Promise<unknown>;

/**
 * Bindings in mode `observe`: the host answers, and what enforcement would have answered is found out
 * beside it and noted. Nothing here may change an answer, so nothing here may fail.
 */
export const createObserver = (strapi: Strapi, deps: { actors: Actors; gate: EnforcementGate; writeGuard: WriteGuard; aftermath: Aftermath }) => {
  const { actors, gate, writeGuard, aftermath } = deps;

  const cellOf = ({ feature, kind }: Binding, operation: 'read' | 'create' | 'update' | 'delete' = 'read') => ({ feature, action: ACTION_FOR[kind][operation] });

  const safely = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      strapi.log.warn(`roster: an observation failed, the answer is the host's all the same: ${(error as Error).message}`);
    }
  };

  const observed = (actor: Actor, uid: string): Binding | undefined =>
    isOnTrial() || isUnobserved() || !gate.isObserved(actor, uid) ? undefined : gate.bindings.get(uid);

  return {
    /** The binding to observe for the running code on a type, if there is one. */
    binding: (uid: string): Binding | undefined => observed(actors.current(), uid),

    /** Whether queries of the running code on a type are to be compared. */
    isObserved: (uid: string): boolean => observed(actors.current(), uid) !== undefined,

    /** Records that an answer would lack, or by how much a total would be smaller. */
    missing(uid: string, lost: { readonly records?: readonly (string | number)[]; readonly fewer?: number }): void {
      const actor = actors.current();
      const binding = gate.bindings.get(uid) as Binding;
      const cell = cellOf(binding);
      witnessPort.of(strapi)(actor, { type: binding.type, ...cell, code: decide(actor, cell.feature, cell.action).code ?? 'NOT_FOUND', ...lost });
    },

    async read(actor: Actor, binding: Binding, next: Next): Promise<unknown> {
      const cell = cellOf(binding);
      const { code } = decide(actor, cell.feature, cell.action);
      if (code) witnessPort.of(strapi)(actor, { type: binding.type, ...cell, code });
      return next();
    },

    /**
     * The host's own write, after a look at whether it would have been let through. Who creates a record
     * with a limited reach becomes its owner already: else he would lose it on the day that the mode changes.
     */
    async write(actor: Actor, binding: Binding, context: DocumentContext, next: Next): Promise<unknown> {
      await safely(async () => {
        const code = await onTrial(() => writeGuard.examine(actor, binding, context));
        const [operation = 'update'] = WRITE_ACTIONS[context.action]?.needs ?? [];
        if (code) witnessPort.of(strapi)(actor, { type: binding.type, ...cellOf(binding, operation), code });
      });
      const carryOut = () => unobserved(() => writeGuard.write(actor, undefined, context, next));
      const settled = async (): Promise<unknown> => {
        const result = await carryOut();
        await asSystem(() => aftermath.settle(actor, binding, context, result));
        return result;
      };
      return transaction(strapi, () => withAround(aroundWritePort.of(strapi), recordWriteOf(binding, context), settled));
    },
  };
};

export type Observer = ReturnType<typeof createObserver>;
