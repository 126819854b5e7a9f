import { AsyncLocalStorage } from 'node:async_hooks';
import { hasDrafts, isLocalized } from './content-types';
import type { RecordValues } from './record-values';
import type { Strapi } from './strapi';

interface Created {
  readonly model: { readonly uid: string };
  readonly result: RecordValues & { readonly publishedAt?: Date | string | null };
}

const notes = new AsyncLocalStorage<Map<string, RecordValues>>();

const keyOf = (uid: string, documentId: string): string => `${uid} ${documentId}`;

/**
 * Notes rows as the database gives them back when the host creates them, so that who looks at a record that he has just
 * made need not read it again. Drafts only, where there are drafts; of types with locales none, since a row is one of several.
 */
export const noteCreatedRows = (strapi: Strapi, uids: readonly string[]): void => {
  const noted = new Map(uids.filter((uid) => !isLocalized(strapi, uid)).map((uid) => [uid, hasDrafts(strapi, uid)]));
  strapi.db.lifecycles.subscribe({
    models: [...noted.keys()],
    afterCreate(event: unknown) {
      const { model, result } = event as Created;
      if (noted.get(model.uid) && (result.publishedAt ?? null) !== null) return;
      // A copy: what others do to the result is none of the record.
      notes.getStore()?.set(keyOf(model.uid, result.documentId), { ...result });
    },
  } as never);
};

/** Runs work in which created rows are noted. */
export const notingCreatedRows = <T>(run: () => Promise<T>): Promise<T> => notes.run(new Map(), run);

/** A record that was created in this work, where its row holds all of these attributes. */
export const createdRow = (uid: string, documentId: string, attributes: Iterable<string>): RecordValues | undefined => {
  const row = notes.getStore()?.get(keyOf(uid, documentId));
  return row && [...attributes].every((name) => name in row) ? row : undefined;
};
