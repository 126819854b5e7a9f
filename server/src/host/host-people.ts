import type { Strapi } from './strapi';

const API_USER = 'plugin::users-permissions.user';
const PANEL_USER = 'admin::user';

/** What the host knows of somebody who has a user at one of its doors. */
export interface HostPerson {
  readonly id: number;
  /** As he is called. */
  readonly names: readonly string[];
  /** What he signs in with. */
  readonly logins: readonly string[];
}

interface UserRow {
  readonly id: number;
  readonly email: string;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
}

interface Users {
  deleteById(id: number): Promise<unknown>;
  remove(params: { readonly id: number }): Promise<unknown>;
}

/** The host's users of both doors, as the people they are of. */
export const hostPeople = (strapi: Strapi) => {
  const read = async (uid: string, documentId: string | null): Promise<HostPerson | null> => {
    if (documentId === null || !(uid in strapi.contentTypes)) return null;
    const user = (await strapi.db.query(uid as never).findOne({ where: { documentId } as never })) as UserRow | null;
    if (!user) return null;
    const full = [user.firstname, user.lastname].filter(Boolean).join(' ');
    const logins = [user.email, user.username].filter((login): login is string => typeof login === 'string' && login !== '');
    return { id: user.id, names: full === '' ? [] : [full], logins };
  };

  return {
    ofApi: (documentId: string | null) => read(API_USER, documentId),
    ofPanel: (documentId: string | null) => read(PANEL_USER, documentId),

    /** By the host's own service, so that whatever it and others do then is done; in the transaction that runs. */
    async removeFromApi({ id }: HostPerson): Promise<void> {
      await (strapi.plugin('users-permissions').service('user') as Users).remove({ id });
      await removeSessions(strapi, 'users-permissions', id);
    },

    async removeFromPanel({ id }: HostPerson): Promise<void> {
      await (strapi.service(PANEL_USER) as unknown as Users).deleteById(id);
      await removeSessions(strapi, 'admin', id);
    },
  };
};

/** The services end sessions too, but for those of an origin that is switched off now. */
const removeSessions = async (strapi: Strapi, origin: string, id: number): Promise<void> => {
  await strapi.db.query('admin::session' as never).deleteMany({ where: { origin, userId: String(id) } as never });
};
