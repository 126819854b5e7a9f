import { createPort } from './port';

/** Whether whoever gets users at these doors can sign in at each of them without a password. */
export type Passwordless = (doors: { readonly panel: boolean; readonly api: boolean }) => Promise<boolean>;

/** A way in besides the password, where a feature to the right brings one. */
export const passwordlessPort = createPort<Passwordless>('passwordless', () => () => Promise.resolve(false));
