import { holdingRecord } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { isOwned, type Binding } from '../../kernel/binding';
import { accessOf } from '../access';
import { createBooksRepository, type BooksRepository } from './books.repository';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';
import { writtenRecord, type DocumentContext } from './document-context';

const WRITES = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);
/** Actions that make rows, or copy them from others: their owner must be written anew. */
const MAKES_ROWS = new Set(['create', 'update', 'clone', 'publish', 'discardDraft']);

/** Whether a write has made a record that was not there: a locale that is added to one does not. */
const isNew = ({ action, params }: DocumentContext): boolean => action === 'clone' || (action === 'create' && params.data?.['documentId'] === undefined);

const keep = async (repository: BooksRepository, binding: Binding, context: DocumentContext, result: unknown): Promise<void> => {
  const record = writtenRecord(context, result);
  if (record === undefined) return;
  if (context.action === 'delete') {
    if (!(await repository.exists(binding.type, record))) await repository.remove({ type: binding.type, record });
  } else if (isOwned(binding) && isNew(context)) {
    // Nobody's yet. To look for entries that can't be there would hold the gap between others on MySQL.
    if (context.action === 'clone') await repository.project(binding.type, [record], null);
  } else if (isOwned(binding) && MAKES_ROWS.has(context.action)) {
    const kind = binding.owns ? 'owner' : 'author';
    await repository.project(binding.type, [record], await repository.projected(binding.type, record, kind));
  }
};

/**
 * Keeps entries and their projection in step with what the document service does to rows, whoever
 * asks for it: published rows are new rows, a clone copies its source's column, a locale is a row more.
 */
export const keepBooks = (strapi: Strapi): void => {
  const repository = createBooksRepository(strapi);
  strapi.documents.use((async (context: DocumentContext, next: () => Promise<unknown>) => {
    const binding = accessOf(strapi).registry.bindings.get(context.uid);
    if (!binding || !WRITES.has(context.action)) return next();
    if (context.params.data) delete context.params.data[OWNER_ATTRIBUTE];
    return transaction(strapi, async () => {
      const { documentId } = context.params;
      const write = async () => {
        const result = await next();
        await keep(repository, binding, context, result);
        return result;
      };
      return documentId !== undefined && isOwned(binding) ? holdingRecord(strapi, { uid: binding.type, documentId }, write) : write();
    });
  }) as never);
};
