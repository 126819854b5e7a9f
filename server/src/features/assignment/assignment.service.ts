import type { Availability } from '../../../../contracts/http-availability';
import type { Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';
import type { AuditActor } from '../../kernel/record';
import { accessOf } from '../access';
import { setAvailability } from './availability';
import { distributionOf } from './distribution';
import { createEvaluation } from './evaluation';
import { createOccasions } from './occasions';
import { previewRules } from './preview';
import { reconcile } from './reconcile';
import { createRulebooks } from './rulebook';
import { createRules } from './rules.service';
import { createRulesRepository } from './rules.repository';
import { listUnassigned, type UnassignedQuery } from './unassigned';
import { createWaitingList } from './waiting-list';
import { createWaitingRepository } from './waiting.repository';

/** Assignment rules: who owns a record that comes, or that changes. */
export const createAssignmentService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createRulesRepository(strapi);
  const waiting = createWaitingRepository(strapi);
  const rulebooks = createRulebooks(strapi, repository, (type) => accessOf(strapi).registry.bindings.get(type)?.territory);
  const evaluation = createEvaluation(strapi, waiting);
  const occasions = createOccasions(strapi, rulebooks, evaluation);

  const reconciled = (): Promise<number> => reconcile(strapi, rulebooks, occasions.offer);
  const list = createWaitingList(strapi, { waiting, offer: occasions.offer, reconcile: reconciled });

  return {
    rules: createRules(strapi, repository),
    /** How many rules that count give records to a member, alone or in turns, or have him help. */
    countRulesFor: async (member: string): Promise<number> => (await repository.list()).filter(({ isActive, target }) => isActive && JSON.stringify(target).includes(JSON.stringify(member))).length,
    rulebooks,
    /** What would move if the rules were these. */
    preview: (type: string, asked: Parameters<typeof previewRules>[3]) => previewRules(strapi, repository, type, asked),
    /** How the records of a type are spread over the team. */
    distribution: (type: string) => distributionOf(strapi, waiting, type),
    /** Records that nobody looks after. */
    unassigned: (query: UnassignedQuery, within: Predicate) => listUnassigned(strapi, waiting, query, within),
    /** Says how much a member takes from rotations; whoever waits is offered again. */
    async setAvailability(member: string, request: Availability, by: AuditActor): Promise<void> {
      await setAvailability(strapi, member, request, by);
      void list.again();
    },
    /** Records that wait, offered again. */
    list,
    around: occasions.around,
    /** Asks the rules about a record that came or changed past the document service. */
    offer: occasions.offer,
    /** Offers the rules every record without an owner, and says how many have one now. */
    reconcile: reconciled,
    /** How often the rules were asked about a record, since the start of this node. */
    evaluations: evaluation.count,
  };
};

export type AssignmentService = ReturnType<typeof createAssignmentService>;
