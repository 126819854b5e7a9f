import { lockRows } from '../../../host/row-lock';
import { insertMissing } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';
import { EMPTY, readFrontier, type Frontier } from '../domain/merkle';

const HEAD = own('audit-head');
const CHECKPOINT = own('audit-checkpoint');
const KEY = { name: 'log' };

/** A signed state of the log. */
export interface SignedState {
  readonly size: number;
  readonly note: string;
  readonly frontier: string;
  readonly signedAt: Date | string;
  readonly keyId: string;
}

const NOTHING: SignedState = { size: 0, note: '', frontier: '', signedAt: new Date(0), keyId: '' };
const FIELDS = ['size', 'note', 'frontier', 'signedAt', 'keyId'] as const;

/** What has been sealed so far, and how it was signed. */
export const createHeadRepository = (strapi: Strapi) => ({
  /** Makes the head where there is none: before the transaction that holds it, which must not look at anything first. */
  async ensure(): Promise<void> {
    if ((await strapi.db.query(HEAD).count({ where: KEY })) === 0) await insertMissing(strapi, HEAD, [{ documentId: createDocumentId(), ...KEY, ...NOTHING }], ['name']);
  },

  /** Holds the log against other sealers until the transaction ends; its first statement, so that MySQL reads what is there after the wait. */
  hold: (): Promise<void> => lockRows(strapi, HEAD, KEY),

  async read(): Promise<SignedState> {
    return ((await strapi.db.query(HEAD).findOne({ select: [...FIELDS], where: KEY })) as unknown as SignedState | null) ?? NOTHING;
  },

  async write(state: SignedState): Promise<void> {
    await strapi.db.query(HEAD).updateMany({ where: KEY, data: state as never });
  },

  async addCheckpoint(state: SignedState): Promise<void> {
    await strapi.db.query(CHECKPOINT).create({ data: { documentId: createDocumentId(), ...state } as never });
  },

  async lastCheckpoint(): Promise<SignedState | undefined> {
    const [last] = await strapi.db.query(CHECKPOINT).findMany({ select: [...FIELDS], orderBy: { size: 'desc' }, limit: 1 });
    return last as unknown as SignedState | undefined;
  },

  async checkpointOf(size: number): Promise<SignedState | undefined> {
    const state = await strapi.db.query(CHECKPOINT).findOne({ select: [...FIELDS], where: { size } });
    return (state ?? undefined) as SignedState | undefined;
  },

  /** The last one that was signed before a moment. */
  async lastCheckpointBefore(moment: Date): Promise<SignedState | undefined> {
    const [last] = await strapi.db.query(CHECKPOINT).findMany({ select: [...FIELDS], where: { signedAt: { $lt: moment } } as never, orderBy: { size: 'desc' }, limit: 1 });
    return last as unknown as SignedState | undefined;
  },

  /** Checkpoints above a size, smallest first. */
  checkpointsFrom: (size: number, limit: number): Promise<SignedState[]> =>
    strapi.db.query(CHECKPOINT).findMany({ select: [...FIELDS], where: { size: { $gt: size } }, orderBy: { size: 'asc' }, limit }) as unknown as Promise<SignedState[]>,
});

/** @throws Error where the state was tampered with: a log that goes on from there would hide it */
export const frontierOf = ({ size, frontier }: SignedState): Frontier => {
  if (size === 0) return EMPTY;
  const found = readFrontier(size, frontier);
  if (!found) throw new Error('The head of the audit log is damaged. Run `roster verify`.');
  return found;
};

export type HeadRepository = ReturnType<typeof createHeadRepository>;
