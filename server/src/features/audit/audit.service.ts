import type { Strapi } from '../../host/strapi';
import { createLateRecorder } from './late-record';
import { createRecorder } from './record';

/** The log: what is written with the action that it tells of, and what is written after it. */
export const createAuditService = ({ strapi }: { strapi: Strapi }) => {
  const record = createRecorder(strapi);
  return { record, late: createLateRecorder(strapi, record) };
};

export type AuditService = ReturnType<typeof createAuditService>;
