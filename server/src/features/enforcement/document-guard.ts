import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { ACTION_FOR, type Binding } from '../../kernel/binding';
import { decide } from '../access';
import type { Actors } from './actors';
import { WRITE_ACTIONS, type DocumentContext } from './domain/document-actions';
import type { EnforcementGate } from './gate';
import type { Observer } from './observer';
import type { Refusals } from './refusal';
import type { UnguardedWrite } from './unguarded-write';
import type { WriteGuard } from './write-guard';

interface Dependencies {
  readonly actors: Actors;
  readonly gate: EnforcementGate;
  readonly refusals: Refusals;
  readonly writeGuard: WriteGuard;
  readonly unguardedWrite: UnguardedWrite;
  readonly observer: Observer;
}

const ONE = new Set(['findOne', 'findFirst']);

/**
 * Around the document service, outermost. Reads: is the cell there at all; which rows is the query
 * guard's work. Writes: the write guard. Every door and all site code that uses documents passes here.
 */
export const installDocumentGuard = (strapi: Strapi, { actors, gate, refusals, writeGuard, unguardedWrite, observer }: Dependencies): void => {
  const read = async (actor: Actor, binding: Binding, context: DocumentContext, next: () => Promise<unknown>) => {
    const { feature, kind, type } = binding;
    const action = ACTION_FOR[kind].read;
    const { documentId } = context.params;
    const question = { type, operation: 'read', feature, action, ...(documentId !== undefined && { record: documentId }) };
    if (gate.isClosed(type)) throw refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', question);
    const decision = decide(actor, feature, action);
    if (decision.code) throw refusals.refuse(actor, decision.code, question);
    const result = await next();
    if (ONE.has(context.action) && !result) refusals.mark(actor, question);
    return result;
  };

  strapi.documents.use((async (context: DocumentContext, next: () => Promise<unknown>) => {
    const actor = actors.current();
    if (actor.kind === 'system') return unguardedWrite(actor, context, next);
    const watched = observer.binding(context.uid);
    if (watched) return context.action in WRITE_ACTIONS ? atTheDoor(() => observer.write(actor, watched, context, next)) : observer.read(actor, watched, next);
    const binding = gate.bindingFor(actor, context.uid);
    if (context.action in WRITE_ACTIONS) return atTheDoor(() => writeGuard.write(actor, binding, context, binding ? next : () => unguardedWrite(actor, context, next)));
    return binding ? read(actor, binding, context, next) : next();
  }) as never);
};
