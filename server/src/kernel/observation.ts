import type { ErrorCode } from '../../../contracts/errors';
import type { Actor } from './actor';
import { createPort } from './port';

/** What somebody would have lost if an observed binding were enforced. */
export interface Loss {
  /** The content type, or undefined for a route that is bound to a cell. */
  readonly type?: string;
  readonly feature: string;
  readonly action: string;
  /** What the request would have been answered with; NOT_FOUND where records would not have been there. */
  readonly code: ErrorCode;
  /** The records that the answer would lack, by whatever key they came with. */
  readonly records?: readonly (string | number)[];
  /** By how much a total would have been smaller. */
  readonly fewer?: number;
}

/** Notes losses for the report. It must never fail: the host's answer does not depend on it. */
export type Witness = (actor: Actor, loss: Loss) => void;

export const witnessPort = createPort<Witness>('witness', () => () => undefined);
