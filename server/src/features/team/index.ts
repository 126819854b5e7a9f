import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { createMembersController } from './http/members.controller';
import { teamRoutes } from './http/routes';
import { createTerritoriesController } from './http/territories.controller';
import { createTeamService } from './team.service';

/** The team as those see it who manage it. */
export const team = defineFeature<Strapi>({
  name: 'team',
  services: { team: createTeamService },
  controllers: { members: createMembersController, territories: createTerritoriesController },
  routes: teamRoutes,
});
