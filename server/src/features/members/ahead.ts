import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';

/** @throws RosterError VALIDATION_FAILED for an end that is past: such a grant would never have counted */
export const assertAhead = (strapi: Strapi, endsAt: Date | null | undefined): void => {
  if (endsAt && !(endsAt > clockPort.of(strapi)())) throw new RosterError('VALIDATION_FAILED', 'A role ends in the future.', { path: 'data.endsAt' });
};
