import { createPort } from './port';

/** Users of the host whose sessions end. */
export interface SignedOut {
  readonly apiUser?: string | null;
  readonly panelUser?: string | null;
}

/** Ends all sessions of somebody at the doors that are named, for good, in the transaction that runs. */
export type SignOut = (users: SignedOut) => Promise<void>;

export const signOutPort = createPort<SignOut>('sign-out');
