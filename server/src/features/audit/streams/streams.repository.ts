import { insertMissing } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';
import { MOST_AT_ONCE, type Progress, type Stream } from './stream';

const STREAM = own('audit-stream');

const START = { checkpoint: 0, batch: MOST_AT_ONCE, failures: 0, problem: '', isFailing: false } as const;

/** How far each receiver has got. */
export const createStreamsRepository = (strapi: Strapi) => {
  const rows = () => strapi.db.query(STREAM);
  const change = async (where: object, data: object): Promise<number> => (await rows().updateMany({ where: where as never, data: data as never })).count;

  return {
    all: () => rows().findMany({ orderBy: { name: 'asc' } }) as unknown as Promise<Progress[]>,

    find: (name: string) => rows().findOne({ where: { name } }) as unknown as Promise<Progress | null>,

    add: ({ name, target, fingerprint }: Stream, next: number): Promise<void> => insertMissing(strapi, STREAM, [{ documentId: createDocumentId(), name, target, fingerprint, next, ...START }], ['name']),

    remove: async (name: string): Promise<void> => void (await rows().deleteMany({ where: { name } })),

    update: (name: string, data: Partial<Progress>): Promise<number> => change({ name }, data),

    /** Takes a stream for a node, or keeps it, until a moment. Answers whether it is the node's. */
    hold: async (name: string, { holder, now, until }: { readonly holder: string; readonly now: Date; readonly until: Date }): Promise<boolean> =>
      (await change({ name, $or: [{ holder }, { heldUntil: { $null: true } }, { heldUntil: { $lt: now } }] }, { holder, heldUntil: until })) === 1,

    release: (name: string, holder: string): Promise<number> => change({ name, holder }, { holder: null, heldUntil: null }),
  };
};

export type StreamsRepository = ReturnType<typeof createStreamsRepository>;
