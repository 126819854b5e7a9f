import { afterAnswer, answerHasLeft, settled } from './after-answer';
import type { RequestContext, Strapi } from './strapi';

const siteWith = (request: RequestContext | undefined) => {
  const warned: string[] = [];
  const strapi = { log: { warn: (text: string) => warned.push(text) }, requestContext: { get: () => request } } as unknown as Strapi;
  return { strapi, warned };
};

it('what fails after the answer is told to the log, and keeps nothing else from being done', async () => {
  const request = { state: {} } as unknown as RequestContext;
  const { strapi, warned } = siteWith(request);
  const done: string[] = [];
  afterAnswer(strapi, () => Promise.reject(new Error('no mail today')));
  afterAnswer(strapi, async () => void done.push('second'));
  expect(done).toEqual([]);
  answerHasLeft(request);
  await settled();
  expect([done, warned]).toEqual([['second'], ['roster: what was left to do after an answer failed: no mail today']]);
});

it('the same outside of requests, where it is done at once', async () => {
  const { strapi, warned } = siteWith(undefined);
  afterAnswer(strapi, () => Promise.reject(new Error('nor now')));
  await settled();
  expect(warned).toHaveLength(1);
});
