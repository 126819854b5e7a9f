import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { markUsersRoutes } from '../../host/user-writes';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { guardAccounts } from './accounts';
import { teamConfig } from './config';
import { invitation } from './content-types/invitation';
import { createCareController } from './http/care.controller';
import { createInvitationsController } from './http/invitations.controller';
import { createMembersController } from './http/members.controller';
import { teamRoutes } from './http/routes';
import { createTerritoriesController } from './http/territories.controller';
import { createOffboardingController } from './http/offboarding.controller';
import { createTeamEraser } from './offboarding/eraser';
import { createTeamService, type TeamService } from './team.service';

const teamOf = service<TeamService>('team');

/** The team as those see it who manage it. */
export const team = defineFeature<Strapi>({
  name: 'team',
  contentTypes: { invitation },
  config: teamConfig,
  services: { team: createTeamService },
  controllers: { care: createCareController, invitations: createInvitationsController, members: createMembersController, offboarding: createOffboardingController, territories: createTerritoriesController },
  routes: teamRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createTeamEraser(strapi));
    markUsersRoutes(strapi);
  },
  bootstrap({ strapi }) {
    guardAccounts(strapi);
    teamOf(strapi).endings.start();
  },
  destroy: ({ strapi }) => teamOf(strapi).endings.stop(),
});
