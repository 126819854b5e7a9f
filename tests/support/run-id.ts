import { isAlive } from './lock';

const OF_RUN = /^roster_(\d+)_/;

/** The time too: a database server may still have what a killed run with the same process id left. */
export const newRunId = (): string => `${process.pid}_${Date.now().toString(36)}`;

export const runId = (): string => process.env.ROSTER_TEST_RUN ?? 'run';

/** Does a database with this name belong to some run, still going or not? */
export const isOfRun = (name: string): boolean => OF_RUN.test(name);

/** Is it ours, or of a run that was killed before it could clean up? */
export const isOurLitter = (name: string): boolean => {
  const owner = OF_RUN.exec(name)?.[1];
  return owner !== undefined && (name.startsWith(`roster_${runId()}_`) || !isAlive(Number(owner)));
};
