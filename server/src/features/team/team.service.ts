import type { Restriction } from '../../../../contracts/http-members';
import type { Opening } from '../../../../contracts/http-restriction';
import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { accessOf, beyondTerritories, canGrant } from '../access';
import { enforcementOf } from '../enforcement';
import { membersOf, type Member, type MemberFilter, type NewMember, type UserLinks } from '../members';
import { createAssertions } from './assertions';
import { createEndings } from './endings/watching';
import { createHygiene } from './hygiene';
import { createImports, type Imports } from './import/imports';
import { createInvitations, type Invitations } from './invitations/invitations';
import { listMembers } from './listing';
import { createOffboarding } from './offboarding/offboarding';
import { createRemaining } from './remaining';
import { createStanding } from './standing';

/** What goes on by itself, as long as the site runs. */
const createWorking = (imports: Pick<Imports, 'startWorking' | 'stopWorking'>, sender: Pick<Invitations['sender'], 'start' | 'stop'>) => ({
  start(): void {
    imports.startWorking();
    sender.start();
  },
  async stop(): Promise<void> {
    await imports.stopWorking();
    await sender.stop();
  },
});

/** The team as a whole: who is in it, and what those who manage it may do with whom. */
export const createTeamService = ({ strapi }: { strapi: Strapi }) => {
  const members = () => membersOf(strapi);

  const remaining = createRemaining(strapi);
  const assertions = createAssertions(strapi);
  const { assertNotSelf, assertMayGive, assertMayLink, assertMayTouch, assertNoAdmin } = assertions;
  const standing = createStanding(strapi, assertions);

  const invitations = createInvitations(strapi);
  const imports = createImports(strapi, invitations);

  return {
    invitations,
    imports,
    offboarding: createOffboarding(strapi),

    /** Goes on with imports, and with mails that wait, from before the boot and from other nodes. */
    working: createWorking(imports, invitations.sender),

    list: (actor: Actor, filter: MemberFilter) => listMembers(strapi, actor, filter),

    /** The roles that an actor may give. */
    async grantable(actor: Actor): Promise<string[]> {
      const snapshot = await accessOf(strapi).snapshot();
      return [...snapshot.roles.keys()].filter((role) => canGrant(actor, snapshot.reach([role])));
    },

    /** @throws RosterError UNKNOWN_ROLE, ROLE_BEYOND_CEILING, MEMBER_EXISTS, VALIDATION_FAILED */
    async add(actor: Actor, values: NewMember): Promise<Member> {
      await assertMayGive(actor, values.role, 'data.role');
      await assertMayLink(actor, values.panelUser);
      return members().create(values, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, UNKNOWN_ROLE, ROLE_BEYOND_CEILING, SELF_CHANGE, SUPER_ADMIN, LAST_ADMIN */
    setRole: standing.setRole,

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, SELF_CHANGE, SUPER_ADMIN, LAST_ADMIN */
    setStatus: standing.setStatus,

    /** The same change for several: each is decided, carried out and told by itself, and who is refused keeps nobody from it. */
    changeMany: standing.changeMany,

    /** What of the team's administration is worth a look. */
    hygiene: createHygiene(strapi),

    /** What a member has besides his role. @throws RosterError NOT_FOUND */
    remaining: remaining.of,

    /** Takes kinds of it away. @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, SELF_CHANGE */
    async removeRemaining(actor: Actor, documentId: string, kinds: Parameters<typeof remaining.remove>[1]) {
      assertNotSelf(actor, documentId);
      await assertMayTouch(actor, documentId);
      return remaining.remove(documentId, kinds, auditActor(actor));
    },

    /** Roles that end: told to the log and to their holders. */
    endings: createEndings(strapi),

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, SELF_CHANGE, ROLE_LOCKED */
    async restrict(actor: Actor, documentId: string, restriction: Restriction): Promise<void> {
      assertNotSelf(actor, documentId);
      await assertMayTouch(actor, documentId);
      if (restriction !== 'none') await assertNoAdmin(documentId);
      await members().restrict(documentId, restriction, auditActor(actor));
    },

    /** How many records another restriction would open up to a member, or close. @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING */
    async opening(actor: Actor, documentId: string, restriction: Restriction): Promise<Opening[]> {
      await assertMayTouch(actor, documentId);
      return enforcementOf(strapi).opening(documentId, restriction);
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, VALIDATION_FAILED */
    async setTerritories(actor: Actor, documentId: string, keys: readonly string[]): Promise<void> {
      await assertMayTouch(actor, documentId);
      const has = (await members().territoriesOf([documentId])).get(documentId) ?? [];
      const beyond = beyondTerritories(actor, keys, has);
      if (beyond >= 0) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path: `data.territories[${beyond}]` });
      await members().setTerritories(documentId, keys, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, MEMBER_EXISTS, VALIDATION_FAILED, SUPER_ADMIN */
    async link(actor: Actor, documentId: string, users: UserLinks): Promise<void> {
      await assertMayTouch(actor, documentId);
      await assertMayLink(actor, users.panelUser);
      await members().link(documentId, users, auditActor(actor));
    },
  };
};

export type TeamService = ReturnType<typeof createTeamService>;
