import { createPort } from './port';

/** The present moment. A port, so that tests can stand at the end of a grant without waiting for it. */
export type Clock = () => Date;

export const clockPort = createPort<Clock>('clock', () => () => new Date());
