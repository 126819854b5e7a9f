import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';
import type { HostUser } from './credentials';

/** A Super Admin is a member with role admin from his first request on. */
export const adoptSuperAdmin = (strapi: Strapi, { documentId, superAdmin }: HostUser): Promise<void> =>
  membersOf(strapi).adopt({
    email: superAdmin?.email ?? documentId,
    name: superAdmin?.name ?? documentId,
    role: 'admin',
    source: 'default',
    panelUser: documentId,
  });
