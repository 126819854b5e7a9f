import { onBulkCreation } from '../../host/bulk-creations';
import { noteCreatedRows } from '../../host/created-rows';
import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { aroundWritePort } from '../../kernel/around-write';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { accessOf } from '../access';
import { createAssignmentService, type AssignmentService } from './assignment.service';
import { createAvailabilityRepository } from './availability.repository';
import { availability } from './content-types/availability';
import { rule } from './content-types/rule';
import { rulebook } from './content-types/rulebook';
import { turn } from './content-types/turn';
import { waiting } from './content-types/waiting';
import { createBooksController } from './http/books.controller';
import { createRulesController } from './http/rules.controller';
import { assignmentRoutes } from './http/routes';

/** Rules and rotations: who owns a record that comes, or that changes. */
export const assignment = defineFeature<Strapi>({
  name: 'assignment',
  contentTypes: { rule, rulebook, turn, availability, waiting },
  services: { assignment: createAssignmentService },
  controllers: { rules: createRulesController, books: createBooksController },
  routes: assignmentRoutes,
  register({ strapi }) {
    aroundWritePort.of(strapi).push((write, run) => assignmentOf(strapi).around(write, run));
    erasersPort.of(strapi).push(({ member }) => createAvailabilityRepository(strapi).remove(member));
  },
  bootstrap({ strapi }) {
    const { list, offer } = assignmentOf(strapi);
    const owning = [...accessOf(strapi).registry.bindings.values()].filter(({ owns }) => owns).map(({ type }) => type);
    noteCreatedRows(strapi, owning);
    onBulkCreation(strapi, owning, async (type, records) => {
      for (const record of records) await offer(type, record);
    });
    list.start();
  },
  destroy: ({ strapi }) => assignmentOf(strapi).list.stop(),
});

export const assignmentOf = service<AssignmentService>('assignment');
export { owningType } from './check-rule';
export { tell } from './domain/values';
export { flowsOf, type Flow } from './flows';
export { absentOwners } from './limbo';
export { planByRules } from './planning';
export { shareOut } from './share-out';
export type { AssignmentService };
