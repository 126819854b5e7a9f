import type { Restriction } from '../../../../contracts/http-members';
import type { Opening } from '../../../../contracts/http-restriction';
import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Decision } from '../../kernel/decision';
import { asSystem, runInFrame } from '../../kernel/frame';
import { RosterError } from '../../kernel/errors';
import { decide } from '../access';
import type { CheckAnswer, CheckQuestion } from './check';
import type { Why } from './why';
import { wire, type Internals } from './wiring';

/** For site code: who is asking, what may he, and how to act as the system or as a member. */
export const createEnforcementService = ({ strapi }: { strapi: Strapi }) => {
  let wired: Internals | undefined;
  const internals = (): Internals => (wired ??= wire(strapi));

  return {
    /** For the plugin itself. */
    get internals(): Internals {
      return internals();
    },

    /** On whose behalf the running code acts. */
    actor: (): Actor => internals().actors.current(),

    /** May the running actor do this at all? For how far, see `scope` of the decision. */
    can: (feature: string, action: string): Decision => decide(internals().actors.current(), feature, action),

    /**
     * May the running actor do these things? In the order of the questions.
     * @throws RosterError UNKNOWN_FEATURE, UNKNOWN_ACTION, UNKNOWN_TYPE, VALIDATION_FAILED, with the path of the question
     */
    check: (questions: readonly CheckQuestion[]): Promise<CheckAnswer[]> => internals().check(internals().actors.current(), questions),

    /**
     * Why the running actor sees a record.
     * @throws 403, or RosterError NOT_FOUND for a record that is hidden or not there, UNKNOWN_TYPE
     */
    async why(type: string, record: string): Promise<Why> {
      const { sight, actors, why } = internals();
      const actor = actors.current();
      return why(actor, await sight.demand(actor, type, record), record);
    },

    /** How many records another restriction would open up to a member, or close. Of a member who is not active, of no type. */
    opening: (member: string, restriction: Restriction): Promise<Opening[]> => internals().opening(member, restriction),

    /** Runs code as the system: it sees and may everything. What it returns must not reach a caller unchecked. */
    asSystem,

    /**
     * Runs code as a member: for jobs and queues that act on somebody's behalf.
     * @throws RosterError UNKNOWN_MEMBER
     */
    async runAs<T>(member: string, run: () => Promise<T>): Promise<T> {
      const actor = await internals().actors.ofMember(member);
      if (actor.kind !== 'member') throw new RosterError('UNKNOWN_MEMBER');
      return runInFrame(actor, run);
    },

    /** The question in an `X-Roster-Decision` header, or undefined if this site did not seal it. */
    openDecision: (envelope: string) => internals().refusals.open(envelope),
  };
};

export type EnforcementService = ReturnType<typeof createEnforcementService>;
export const enforcementOf = service<EnforcementService>('enforcement');
