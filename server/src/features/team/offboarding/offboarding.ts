import type { Offboarding } from '../../../../../contracts/http-offboarding';
import type { Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { membersOf } from '../../members';
import { createAssertions } from '../assertions';
import { createDeletion } from './deletion';
import { createLeaving } from './leaving';

/** What becomes of somebody who leaves the team. */
export const createOffboarding = (strapi: Strapi) => {
  const assert = createAssertions(strapi);
  const leaving = createLeaving(strapi);

  return {
    /** What is at stake, for who may deactivate him or let him in again. @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING */
    async show(actor: Actor, documentId: string): Promise<Offboarding> {
      await assert.assertMayTouch(actor, documentId);
      return asSystem(async () => {
        const member = await membersOf(strapi).find(documentId);
        if (!member) throw new RosterError('NOT_FOUND');
        return leaving(member);
      });
    },

    ...createDeletion(strapi, { assert, leaving }),
  };
};
