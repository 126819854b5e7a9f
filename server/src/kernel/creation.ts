import { createPort } from './port';

/** A record that a member has just created, still inside the transaction. */
export interface Creation {
  readonly type: string;
  readonly record: string;
  readonly member: string;
  /** The member's reach over the type does not include every record: without an entry he would lose it at once. */
  readonly scoped: boolean;
  /** Whether one of his roles may own records. */
  readonly mayOwn: boolean;
}

export type CreationHook = (creation: Creation) => Promise<void>;

/** What features to the left of enforcement do with a new record. */
export const creationPort = createPort<CreationHook[]>('creation hooks', () => []);
