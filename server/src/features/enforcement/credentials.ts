import type { RequestContext } from '../../host/strapi';
import type { HostRef } from '../../kernel/actor';

/** A user of the host, and the door that he came through. */
export interface HostUser extends HostRef {
  readonly door: 'apiUser' | 'panelUser';
  /** Set for a Super Admin: who he is, should he be no member yet. */
  readonly superAdmin?: { readonly name: string; readonly email: string };
}

/** What the host found out about a request. */
export type Credentials =
  | { readonly kind: 'user'; readonly user: HostUser }
  /** A full-access API token, by its row id: the host tells no more. Without one, a data transfer. */
  | { readonly kind: 'system'; readonly token?: number }
  /** An API token that is not full access, by its row id. */
  | { readonly kind: 'token'; readonly id: number }
  | { readonly kind: 'none' };

export interface AdminUser {
  readonly documentId?: string;
  readonly email?: string;
  readonly firstname?: string;
  readonly lastname?: string;
  readonly roles?: readonly { readonly code?: string }[];
}

/** A user of the panel. Only where the host tells his roles can he be known for a Super Admin. */
export const panelUserOf = ({ documentId, email = '', firstname, lastname, roles = [] }: AdminUser): HostUser | undefined => {
  if (!documentId) return undefined;
  const name = [firstname, lastname].filter(Boolean).join(' ') || email;
  const isSuper = roles.some(({ code }) => code === 'strapi-super-admin');
  return { door: 'panelUser', documentId, ...(isSuper && { superAdmin: { name, email } }) };
};

const ofUser = (user: HostUser | undefined): Credentials => (user ? { kind: 'user', user } : { kind: 'none' });

/** Reads the host's authentication by the strategy that carried it out. A strategy that is not known here is nobody's. */
export const credentialsOf = ({ state }: RequestContext): Credentials => {
  const found = (state.auth?.credentials ?? {}) as { id?: number; documentId?: string; type?: string };
  switch (state.auth?.strategy?.name) {
    case 'users-permissions':
      return ofUser(found.documentId ? { door: 'apiUser', documentId: found.documentId } : undefined);
    case 'admin':
    case 'admin-token':
      return ofUser(panelUserOf((state.user ?? {}) as AdminUser));
    case 'content-api-token':
      return found.type === 'full-access' ? { kind: 'system', token: Number(found.id) } : { kind: 'token', id: Number(found.id) };
    case 'data-transfer':
      return { kind: 'system' };
    default:
      return { kind: 'none' };
  }
};
