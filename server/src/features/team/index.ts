import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { teamConfig } from './config';
import { invitation } from './content-types/invitation';
import { createInvitationsController } from './http/invitations.controller';
import { createMembersController } from './http/members.controller';
import { teamRoutes } from './http/routes';
import { createTerritoriesController } from './http/territories.controller';
import { createOffboardingController } from './http/offboarding.controller';
import { createTeamEraser } from './offboarding/eraser';
import { createTeamService } from './team.service';

/** The team as those see it who manage it. */
export const team = defineFeature<Strapi>({
  name: 'team',
  contentTypes: { invitation },
  config: teamConfig,
  services: { team: createTeamService },
  controllers: { invitations: createInvitationsController, members: createMembersController, offboarding: createOffboardingController, territories: createTerritoriesController },
  routes: teamRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createTeamEraser(strapi));
  },
});
