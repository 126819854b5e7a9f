import { AsyncLocalStorage } from 'node:async_hooks';
import type { Proof } from '../../kernel/assurance';

const proved = new AsyncLocalStorage<Proof>();

/** Sessions that begin in here have proved this: whoever lets somebody in says by what. */
export const proving = <T>(proof: Proof, run: () => T): T => proved.run(proof, run);

export const provedNow = (): Proof | undefined => proved.getStore();
