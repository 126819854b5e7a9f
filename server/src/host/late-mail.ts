import { AsyncLocalStorage } from 'node:async_hooks';
import type { Strapi } from './strapi';

interface Email {
  send(mail: object): Promise<unknown>;
}

const late = new AsyncLocalStorage<true>();

/** Code that runs in here does not wait for the mails that it sends: whether one is sent is not to be told from its time, nor from its failing. */
export const sendingLate = <T>(run: () => T): T => late.run(true, run);

/** In `register`. */
export const letMailsBeLate = (strapi: Strapi): void => {
  if (!strapi.plugin('email')) return;
  strapi.get('services').extend('plugin::email.email', ((email: Email): Email => ({
    ...email,
    send(mail) {
      const sent = email.send(mail);
      if (!late.getStore()) return sent;
      sent.catch((error: unknown) => strapi.log.warn(`roster: a mail could not be sent: ${(error as Error).message}`));
      return Promise.resolve();
    },
  })) as never);
};
