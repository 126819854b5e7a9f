import type { Adopted, AdoptRequest } from '../../../../contracts/http-set-up';
import { siteUsers, type SiteDoor, type SiteUser } from '../../host/site-users';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, type Actor } from '../../kernel/actor';
import { breathe } from '../../kernel/breathe';
import { RosterError } from '../../kernel/errors';
import { accessOf, canGrant } from '../access';
import { ADOPTED, membersOf } from '../members';

/** Users of one call: few enough that its transaction holds nobody up. */
const PAGE = 100;

/** Which link of a member leads to a user of a door. */
const LINK: Readonly<Record<SiteDoor, 'panelUser' | 'apiUser'>> = { panel: 'panelUser', api: 'apiUser' };

type Outcome = 'created' | 'linked' | 'skipped' | 'known';

/** What may be wrong with one of them keeps nobody else from joining. */
const orSkipped = (work: () => Promise<Outcome>): Promise<Outcome> =>
  work().catch((error: unknown) => {
    if (error instanceof RosterError) return 'skipped';
    throw error;
  });

/** Those who sign in to a site already become members of its team, by the roles that they have there. */
export const createAdopting = (strapi: Strapi) => {
  const members = () => membersOf(strapi);

  const adoptOne = async (user: SiteUser, role: string, { door, linkByEmail }: AdoptRequest, actor: Actor): Promise<Outcome> => {
    const link = LINK[door];
    if (await members().findByUser({ [link]: user.documentId })) return 'known';
    if (user.email === '') return 'skipped';
    const namesake = await members().findByEmail(user.email);
    if (!namesake) {
      await members().create({ email: user.email, name: user.name, role, source: ADOPTED, [link]: user.documentId, ...(user.language !== null && { language: user.language }) }, auditActor(actor));
      return 'created';
    }
    // An address alone is no proof: at an open door anybody may sign up with another one's.
    if (!linkByEmail || namesake[link] !== null) return 'skipped';
    await members().link(namesake.documentId, { [link]: user.documentId }, auditActor(actor));
    return 'linked';
  };

  const assertMayGive = async ({ roles }: AdoptRequest, actor: Actor): Promise<void> => {
    const snapshot = await accessOf(strapi).snapshot();
    for (const [index, { role }] of roles.entries()) {
      const path = `data.roles[${index}].role`;
      await accessOf(strapi).assertRole(role, path);
      if (!canGrant(actor, snapshot.reach([role]))) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path });
    }
  };

  /**
   * Makes members of the next users of a door.
   * @throws RosterError UNKNOWN_ROLE, ROLE_BEYOND_CEILING
   */
  return async (wanted: AdoptRequest, actor: Actor): Promise<Adopted> => {
    await assertMayGive(wanted, actor);
    const users = await siteUsers(strapi).after(wanted.door, wanted.after ?? 0, PAGE);
    const count: Record<Outcome, number> = { created: 0, linked: 0, skipped: 0, known: 0 };
    await transaction(strapi, async () => {
      for (const user of users) {
        const role = wanted.roles.find(({ key }) => user.roles.includes(key))?.role;
        if (role !== undefined) count[await orSkipped(() => adoptOne(user, role, wanted, actor))] += 1;
        await breathe();
      }
    });
    const { created, linked, skipped } = count;
    return { created, linked, skipped, next: users.length < PAGE ? null : (users.at(-1)?.id ?? null) };
  };
};
