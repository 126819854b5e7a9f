import type { Strapi } from '../../host/strapi';
import type { Eraser } from '../../kernel/erasure';
import { membersOf } from '../members';
import { linksOf } from '../tokens';

/** What he looked like, and whatever was mailed to him. */
export const createAccountEraser =
  (strapi: Strapi): Eraser =>
  async ({ member, logins }) => {
    await membersOf(strapi).setPicture(member, null);
    await linksOf(strapi).forget(member, logins);
  };
