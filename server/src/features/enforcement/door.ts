import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Door, Question } from '../../kernel/door';
import type { Predicate } from '../../kernel/predicate';
import { decide } from '../access';
import type { AbilitiesOf } from './abilities';
import type { Actors } from './actors';
import { narrowRequest } from './narrowing';
import type { Refusals } from './refusal';
import type { RowsRepository } from './rows.repository';
import type { Sight } from './sight';
import type { Uses } from './uses';

interface Dependencies {
  readonly actors: Actors;
  readonly sight: Sight;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
  readonly abilities: AbilitiesOf;
  readonly uses: Uses;
}

/** Answers the endpoints of the features to the left: who is it, and may he. Whom it lets in has used the cell. */
export const createDoor = (strapi: Strapi, { actors, sight, rows, refusals, abilities, uses }: Dependencies): Door => {
  const readable = (type: string): Predicate => {
    const actor = actors.current();
    const { binding, predicate } = sight.of(actor, type, {});
    uses.noteRead(actor, binding, []);
    return predicate;
  };

  const demand = (feature: string, action: string, question: Question = {}): Actor => {
    const actor = actors.current();
    const { code } = decide(actor, feature, action);
    if (code) throw refusals.refuse(actor, code, { ...question, feature, action });
    uses.noteCell(actor, feature, action);
    return actor;
  };

  return {
    actor: () => actors.current(),

    demand,

    entered(feature, action) {
      const actor = actors.current();
      uses.noteCell(actor, feature, action);
      return actor;
    },

    narrow(type, feature, action) {
      const actor = demand(feature, action, { type });
      readable(type);
      narrowRequest(strapi, [type], { feature, action });
      return actor;
    },

    async demandVisible(type, record) {
      const actor = actors.current();
      uses.noteRead(actor, await sight.demand(actor, type, record), []);
    },

    async visibleAmong(type, records) {
      const predicate = readable(type);
      return new Set((await rows.among(type, { documentIds: records, ids: [] }, predicate)).map(({ documentId }) => documentId));
    },

    abilities: (type, records) => abilities(actors.current(), type, records),

    visibleRows: readable,

    refuse: (question, details) => refusals.refuse(actors.current(), 'PERMISSION_DENIED', question, details),
  };
};
