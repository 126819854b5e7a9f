import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Door, Question } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { onTrial } from '../../kernel/frame';
import { decide } from '../access';
import type { AbilitiesOf } from './abilities';
import type { Actors } from './actors';
import type { EnforcementGate } from './gate';
import { narrowRequest } from './narrowing';
import type { Refusals } from './refusal';
import type { RowsRepository } from './rows.repository';

interface Dependencies {
  readonly actors: Actors;
  readonly gate: EnforcementGate;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly abilities: AbilitiesOf;
}

/** Answers the endpoints of the features to the left: who is it, and may he. */
export const createDoor = (strapi: Strapi, { actors, gate, rows, refusals, abilities }: Dependencies): Door => {
  /** The rows of a type that the caller sees. The plugin's own routes are none of the host's answers: what is only observed counts as enforced here. */
  const readable = (type: string, question: Question) => {
    const actor = actors.current();
    const binding = onTrial(() => gate.bindingFor(actor, type));
    if (!binding) throw new RosterError('UNKNOWN_TYPE', undefined, { path: 'type' });
    const asked = { ...question, type, operation: 'read', feature: binding.feature, action: 'view' };
    if (gate.isClosed(type)) throw refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', asked);
    const { code } = decide(actor, binding.feature, 'view');
    if (code) throw refusals.refuse(actor, code, asked);
    return { actor, predicate: gate.forActor(actor, binding, 'read'), asked };
  };

  const demand = (feature: string, action: string, question: Question = {}): Actor => {
    const actor = actors.current();
    const { code } = decide(actor, feature, action);
    if (code) throw refusals.refuse(actor, code, { ...question, feature, action });
    return actor;
  };

  return {
    actor: () => actors.current(),

    demand,

    narrow(type, feature, action) {
      const actor = demand(feature, action, { type });
      readable(type, {});
      narrowRequest(strapi, [type], { feature, action });
      return actor;
    },

    async demandVisible(type, record) {
      const question = { type, record };
      const { actor, predicate, asked } = readable(type, question);
      const [seen] = await rows.satisfies(type, record, [predicate]);
      if (seen) return;
      refusals.mark(actor, asked);
      throw new RosterError('NOT_FOUND');
    },

    async visibleAmong(type, records) {
      const { predicate } = readable(type, {});
      return new Set((await rows.among(type, { documentIds: records, ids: [] }, predicate)).map(({ documentId }) => documentId));
    },

    abilities: (type, records) => abilities(actors.current(), type, records),

    visibleRows: (type) => readable(type, {}).predicate,

    refuse: (question, details) => refusals.refuse(actors.current(), 'PERMISSION_DENIED', question, details),
  };
};
