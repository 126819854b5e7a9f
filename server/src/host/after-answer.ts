import { currentRequest, type RequestContext, type Strapi } from './strapi';

type Work = () => Promise<void>;

const LATER = Symbol('roster.after-answer');

type State = RequestContext['state'] & { [LATER]?: Work[] };

const running = new Set<Promise<void>>();

const begin = (work: Promise<void>): void => {
  running.add(work);
  void work.finally(() => running.delete(work));
};

/**
 * Has work done once the answer of the running request has left, so that it costs the caller nothing; outside of requests
 * at once. Nobody is there any more to be told that it failed: the log is, and what comes after it is done all the same.
 */
export const afterAnswer = (strapi: Strapi, work: Work): void => {
  const told: Work = () => work().catch((error: Error) => void strapi.log.warn(`roster: what was left to do after an answer failed: ${error.message}`));
  const request = currentRequest(strapi);
  if (!request) return begin(told());
  ((request.state as State)[LATER] ??= []).push(told);
};

/** Begins what was put off until now, one after the other. */
export const answerHasLeft = ({ state }: RequestContext): void => {
  const list = (state as State)[LATER] ?? [];
  delete (state as State)[LATER];
  if (list.length > 0) begin(list.reduce((before, work) => before.then(work), Promise.resolve()));
};

/** When all that has begun by now is done. */
export const settled = async (): Promise<void> => {
  await Promise.all(running);
};
