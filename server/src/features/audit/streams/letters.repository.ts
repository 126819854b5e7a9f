import { countBy } from '../../../host/count-by';
import { insertMissing } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';
import type { Letter } from './stream';

const LETTER = own('audit-letter');

/** What receivers have refused for good. */
export const createLettersRepository = (strapi: Strapi) => {
  const rows = () => strapi.db.query(LETTER);
  return {
    add: (letter: Letter): Promise<void> => insertMissing(strapi, LETTER, [{ documentId: createDocumentId(), ...letter }], ['stream', 'event_id']),

    find: (stream: string, eventId: string) => rows().findOne({ where: { stream, eventId } }) as unknown as Promise<Letter | null>,

    /** Newest first. */
    page: (stream: string, page: number, pageSize: number) =>
      rows().findMany({ where: { stream }, orderBy: { id: 'desc' }, offset: (page - 1) * pageSize, limit: pageSize }) as unknown as Promise<Letter[]>,

    count: (stream: string): Promise<number> => rows().count({ where: { stream } }),

    counts: (streams: readonly string[]) => countBy(strapi, LETTER, { column: 'stream', values: streams, where: {} }),

    remove: async (stream: string, eventId?: string): Promise<number> => (await rows().deleteMany({ where: { stream, ...(eventId !== undefined && { eventId }) } })).count,
  };
};

export type LettersRepository = ReturnType<typeof createLettersRepository>;
