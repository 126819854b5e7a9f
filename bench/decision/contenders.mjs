import { createRequire } from 'node:module';

import { createMongoAbility, subject } from '@casl/ability';

import { decide } from '../../server/src/features/access/domain/decide.ts';
import { compileSnapshot } from '../../server/src/features/access/domain/snapshot.ts';
import { maskOf } from '../../contracts/scopes.ts';
import { requireOfSite } from '../support/paths.mjs';

const { engine } = createRequire(requireOfSite.resolve('@strapi/strapi'))('@strapi/permissions');

const QUESTIONS = 88;

const isOpen = ({ scope }) => scope !== 'none';

/** The member as a request has him: his roles compiled before, at the matrix' revision. */
const actorOf = (cells) => {
  const role = { key: 'csm', kind: 'standard', doors: 'both', mayOwn: true };
  return {
    kind: 'member',
    member: { documentId: 'm', name: 'm', email: 'm' },
    reach: compileSnapshot(1, [role], cells).reach(['csm']),
  };
};

const caslOf = (cells) =>
  createMongoAbility(
    cells.filter(isOpen).map(({ feature, action, scope }) => ({
      action,
      subject: feature,
      ...(scope !== 'all' && { conditions: { owner: 'm' } }),
    })),
  );

const permissionsOf = (cells) => cells.filter(isOpen).map(({ feature, action }) => ({ action: `${feature}.${action}` }));

/** As many for a large role as for a small one, from all over it: the matrix may be large, what a site asks is not. */
const questionsOn = (cells) =>
  Array.from({ length: QUESTIONS }, (_, index) => cells[Math.floor((index * cells.length) / QUESTIONS)]).map(
    ({ feature, action }) => ({ feature, action, scope: `${feature}.${action}` }),
  );

/**
 * Each with a loop of its own: one loop that calls all of them would be compiled for none.
 * `run(times)` asks so many questions and answers how many were allowed, so that none is optimised away.
 */
export const contendersFor = async (cells) => {
  const questions = questionsOn(cells);
  const { length } = questions;
  const actor = actorOf(cells);
  const casl = caslOf(cells);
  const generate = () => engine.new({ providers: {} }).generateAbility(permissionsOf(cells));
  const strapi = await generate();
  const inBook = { within: maskOf('own', 'book') };
  const records = new Map(questions.map(({ feature }) => [feature, subject(feature, { owner: 'm' })]));

  return {
    loop(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) allowed += questions[i % length].action === 'view' ? 1 : 0;
      return allowed;
    },
    decide(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) {
        const { feature, action } = questions[i % length];
        if (decide(actor, feature, action).allowed) allowed += 1;
      }
      return allowed;
    },
    casl(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) {
        const { feature, action } = questions[i % length];
        if (casl.can(action, feature)) allowed += 1;
      }
      return allowed;
    },
    strapi(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) if (strapi.can(questions[i % length].scope)) allowed += 1;
      return allowed;
    },
    decideRecord(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) {
        const { feature, action } = questions[i % length];
        if (decide(actor, feature, action, inBook).allowed) allowed += 1;
      }
      return allowed;
    },
    caslRecord(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) {
        const { feature, action } = questions[i % length];
        if (casl.can(action, records.get(feature))) allowed += 1;
      }
      return allowed;
    },
    async strapiPerRequest(times) {
      let allowed = 0;
      for (let i = 0; i < times; i += 1) if ((await generate()).can(questions[i % length].scope)) allowed += 1;
      return allowed;
    },
    /** A body of 500 questions as text, to a body of 500 answers as text. */
    check500(times) {
      const body = JSON.stringify(Array.from({ length: 500 }, (_, i) => questions[i % length]));
      let allowed = 0;
      for (let i = 0; i < times; i += 1) {
        const answers = JSON.parse(body).map(({ feature, action }) => ({ feature, action, allowed: decide(actor, feature, action).allowed }));
        allowed += JSON.stringify(answers).length;
      }
      return allowed;
    },
  };
};
