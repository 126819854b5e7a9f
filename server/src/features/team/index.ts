import { leaveUnread } from '../../host/raw-body';
import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { markUsersRoutes } from '../../host/user-writes';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { guardAccounts } from './accounts';
import { teamConfig } from './config';
import { importJob } from './content-types/import';
import { importRow } from './content-types/import-row';
import { invitation } from './content-types/invitation';
import { createCareController } from './http/care.controller';
import { invitationCount } from './content-types/invitation-count';
import { createImportsController } from './http/imports.controller';
import { createInvitationsController } from './http/invitations.controller';
import { createMembersController } from './http/members.controller';
import { teamRoutes } from './http/routes';
import { createMembersSessionsController } from './http/members-sessions.controller';
import { createTerritoriesController } from './http/territories.controller';
import { createOffboardingController } from './http/offboarding.controller';
import { createTeamEraser } from './offboarding/eraser';
import { createTeamService, type TeamService } from './team.service';

const teamOf = service<TeamService>('team');

/** Where a file of people is sent, at both doors. */
const UPLOADS = /\/roster\/imports\/?$/i;

/** The team as those see it who manage it. */
export const team = defineFeature<Strapi>({
  name: 'team',
  contentTypes: { invitation, 'invitation-count': invitationCount, import: importJob, 'import-row': importRow },
  config: teamConfig,
  services: { team: createTeamService },
  controllers: {
    care: createCareController,
    imports: createImportsController,
    invitations: createInvitationsController,
    members: createMembersController,
    'members-sessions': createMembersSessionsController,
    offboarding: createOffboardingController,
    territories: createTerritoriesController,
  },
  routes: teamRoutes,
  register({ strapi }) {
    erasersPort.of(strapi).push(createTeamEraser(strapi));
    markUsersRoutes(strapi);
    leaveUnread(strapi, UPLOADS);
  },
  bootstrap({ strapi }) {
    guardAccounts(strapi);
    teamOf(strapi).endings.start();
    teamOf(strapi).working.start();
  },
  async destroy({ strapi }) {
    await teamOf(strapi).endings.stop();
    await teamOf(strapi).working.stop();
  },
});

export { createAssertions } from './assertions';
export { doorsOf, openDoors } from './invitations/doors';
export type { TeamConfig } from './config';
