import type { RequestContext } from '../../host/strapi';

/** A user of the host, and the door that he came through. */
export interface HostUser {
  readonly door: 'apiUser' | 'panelUser';
  readonly documentId: string;
  /** Set for a Super Admin: who he is, should he be no member yet. */
  readonly superAdmin?: { readonly name: string; readonly email: string };
}

/** What the host found out about a request. */
export type Credentials =
  | { readonly kind: 'user'; readonly user: HostUser }
  | { readonly kind: 'system' }
  /** An API token without a member. */
  | { readonly kind: 'token' }
  | { readonly kind: 'none' };

interface AdminUser {
  documentId?: string;
  email?: string;
  firstname?: string;
  lastname?: string;
  roles?: { code?: string }[];
}

const ofAdmin = (admin: AdminUser): Credentials => {
  const { documentId, email = '', firstname, lastname, roles = [] } = admin;
  if (!documentId) return { kind: 'token' };
  const name = [firstname, lastname].filter(Boolean).join(' ') || email;
  const isSuper = roles.some(({ code }) => code === 'strapi-super-admin');
  return { kind: 'user', user: { door: 'panelUser', documentId, ...(isSuper && { superAdmin: { name, email } }) } };
};

/** Reads the host's authentication by the strategy that carried it out. A strategy that is not known here is nobody's. */
export const credentialsOf = ({ state }: RequestContext): Credentials => {
  const found = (state.auth?.credentials ?? {}) as { documentId?: string; type?: string };
  switch (state.auth?.strategy?.name) {
    case 'users-permissions':
      return found.documentId ? { kind: 'user', user: { door: 'apiUser', documentId: found.documentId } } : { kind: 'none' };
    case 'admin':
    case 'admin-token':
      return ofAdmin((state.user ?? {}) as AdminUser);
    case 'content-api-token':
      return found.type === 'full-access' ? { kind: 'system' } : { kind: 'token' };
    case 'data-transfer':
      return { kind: 'system' };
    default:
      return { kind: 'none' };
  }
};
