import type { SealingKey } from '../domain/keys';
import { leafHash } from '../domain/merkle';
import type { WaitingRepository } from './waiting.repository';

const PAGE = 1_000;

/**
 * Gives seals to entries from before there were any: all at once, before the first one is placed, and says how many.
 * Later, an entry without a seal is one that somebody has put there.
 */
export const adoptEarlier = async (waiting: WaitingRepository, key: SealingKey): Promise<number> => {
  let adopted = 0;
  for (let after = 0; ; ) {
    const page = await waiting.unsealedAfter(after, PAGE);
    const sealed = page.map(({ id, body }) => {
      const leaf = leafHash(body).toString('base64');
      return { id, leaf, seal: key.waiting(leaf), keyId: key.id };
    });
    await waiting.seal(sealed);
    adopted += page.length;
    if (page.length < PAGE) return adopted;
    after = page.at(-1)?.id ?? after;
  }
};
