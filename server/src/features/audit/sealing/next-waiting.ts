import type { Keyring } from '../domain/keys';
import { leafHash } from '../domain/merkle';
import type { WaitingEntry, WaitingRepository } from './waiting.repository';

export interface Authentic {
  readonly entry: WaitingEntry;
  readonly leaf: string;
}

/** The leaf of an entry whose seal is right. */
const leafOf = (keyring: Keyring, { body, leaf, seal, keyId }: WaitingEntry): string | undefined => {
  const key = keyring.byId(keyId);
  return key && leaf !== null && key.waiting(leaf) === seal && leafHash(body).toString('base64') === leaf ? leaf : undefined;
};

/** The first entries that wait and are authentic: forged ones must not keep the others from their places. */
export const nextWaiting = async (waiting: WaitingRepository, keyring: Keyring, limit: number): Promise<Authentic[]> => {
  const found: Authentic[] = [];
  for (let after = 0; found.length < limit; ) {
    const page = await waiting.after(after, limit);
    for (const entry of page) {
      const leaf = leafOf(keyring, entry);
      if (leaf !== undefined) found.push({ entry, leaf });
    }
    if (page.length < limit) break;
    after = page.at(-1)?.id ?? after;
  }
  return found.slice(0, limit);
};
