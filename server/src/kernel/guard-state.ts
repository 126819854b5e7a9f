import { createPort } from './port';

/** Lets a feature on the left tell how a type stands that a feature on the right guards. */
export interface GuardState {
  /** Whether the type answers 503, because the guard could not prove that it protects it. */
  isClosed(type: string): boolean;
}

export const guardStatePort = createPort<GuardState>('guard state');
