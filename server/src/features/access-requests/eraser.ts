import type { Strapi } from '../../host/strapi';
import type { Eraser } from '../../kernel/erasure';
import { createAccessRequestsRepository } from './access-requests.repository';

/** What somebody asked for goes with him; that he answered others stays, by his documentId. */
export const createAccessRequestsEraser =
  (strapi: Strapi): Eraser =>
  ({ member }) =>
    createAccessRequestsRepository(strapi).removeOf(member);
