import { createPort } from './port';
import type { AuditActor } from './record';

/** Somebody who is to be forgotten, as he was known until now. */
export interface Forgotten {
  /** documentId: what stays of him. */
  readonly member: string;
  /** Names and addresses, as the team and the host had them. */
  readonly words: readonly string[];
  /** What he signed in with. */
  readonly logins: readonly string[];
  readonly apiUser: string | null;
  readonly panelUser: string | null;
  /** On whose word. */
  readonly by: AuditActor;
}

/**
 * Takes out of a feature's tables whatever tells who somebody was; his documentId may stay. Runs as the system, in the
 * transaction that deletes him: what it throws undoes all of it.
 */
export type Eraser = (person: Forgotten) => Promise<void>;

/** What every feature does when somebody is deleted for good: whoever keeps anything of people adds its own in `register()`. */
export const erasersPort = createPort<Eraser[]>('erasers', () => []);
