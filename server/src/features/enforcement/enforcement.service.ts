import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { asSystem, runInFrame } from '../../kernel/frame';
import { RosterError } from '../../kernel/errors';
import { decide, type Actor, type Decision } from '../access';
import { createActors } from './actors';
import { createGate } from './gate';
import { createRefusals } from './refusal';
import { createRelationGuard } from './relation-guard';
import { createResponses } from './response';
import { createRights } from './rights';
import { createRowsRepository } from './rows.repository';
import { createTouches } from './touches';
import { createWriteGuard } from './write-guard';
import { createWriteRequirements } from './write-requirements';

/** Everything that enforcement is made of, wired once. */
const wire = (strapi: Strapi) => {
  const actors = createActors(strapi);
  const gate = createGate(strapi, actors);
  const refusals = createRefusals(strapi);
  const rows = createRowsRepository(strapi);
  const relations = createRelationGuard(strapi, { gate, rows, refusals });
  const requirements = createWriteRequirements(strapi, { gate, refusals });
  const responses = createResponses(strapi, gate);
  const touches = createTouches(strapi, gate.governs);
  const writeGuard = createWriteGuard(strapi, { gate, rows, refusals, relations, requirements, responses, touches });
  return { actors, gate, refusals, rows, rights: createRights(strapi, gate), writeGuard };
};

/** For site code: who is asking, what may he, and how to act as the system or as a member. */
export const createEnforcementService = ({ strapi }: { strapi: Strapi }) => {
  let wired: ReturnType<typeof wire> | undefined;
  const internals = () => (wired ??= wire(strapi));

  return {
    /** For the plugin's own features and tests. */
    get internals() {
      return internals();
    },

    /** On whose behalf the running code acts. */
    actor: (): Actor => internals().actors.current(),

    /** May the running actor do this at all? For how far, see `scope` of the decision. */
    can: (feature: string, action: string): Decision => decide(internals().actors.current(), feature, action),

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
