import type { Strapi } from '../../host/strapi';
import type { EnforcementGate } from './gate';
import type { DocumentContext } from './domain/document-actions';

interface Row {
  id?: number;
  documentId: string;
  locale?: string;
}

interface Written {
  documentId: string;
  entries?: Row[];
}

const isEmpty = (populate: unknown): boolean =>
  populate === undefined || populate === null || populate === false ||
  (Array.isArray(populate) && populate.length === 0) || (typeof populate === 'object' && Object.keys(populate).length === 0);

/** Rows that are gone after the action: there is nothing to read again. */
const GONE = new Set(['delete', 'unpublish']);

/**
 * The answer to a write as its caller may see it. The write runs as the system, so what it would
 * populate and the fields that he may not read are read again with his own eyes.
 */
export const createResponses = (strapi: Strapi, gate: EnforcementGate) => {
  const readAgain = async (context: DocumentContext, asked: { populate: unknown; fields: unknown }, row: Row): Promise<unknown> => {
    const published = context.action === 'publish' || context.params.status === 'published';
    const again = await strapi.documents(context.uid as never).findOne({
      documentId: row.documentId,
      ...(row.locale && { locale: row.locale }),
      status: published ? 'published' : 'draft',
      ...(asked.fields !== undefined && { fields: asked.fields }),
      ...(asked.populate !== undefined && { populate: asked.populate }),
    } as never);
    return again ?? { id: row.id, documentId: row.documentId };
  };

  return {
    /** Takes what must be read again out of the write, and returns what makes the answer of its result. */
    plan(context: DocumentContext): (result: unknown) => Promise<unknown> {
      const { populate, fields, ...params } = context.params;
      const narrow = gate.narrowFields(context.uid).size > 0;
      if (isEmpty(populate) && !narrow) return async (result) => result;
      context.params = { ...params, ...(fields !== undefined && !narrow && { fields }) };
      return async (result) => {
        if (result === null || result === undefined) return result;
        const written = result as Written;
        if (GONE.has(context.action)) return { ...written, entries: (written.entries ?? []).map(({ id, documentId, locale }) => ({ id, documentId, locale })) };
        if (!written.entries) return readAgain(context, { populate, fields }, written as Row);
        return { ...written, entries: await Promise.all(written.entries.map((row) => readAgain(context, { populate, fields }, row))) };
      };
    },
  };
};

export type Responses = ReturnType<typeof createResponses>;
