import type { Strapi } from './strapi';

interface Email {
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

/** Sends a mail with the site's own provider, if it has one. A mail that fails is a warning in the log: nothing waits for it. */
export const sendMail = async (strapi: Strapi, mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void> => {
  const email = strapi.plugin('email') as { service(name: string): unknown } | undefined;
  if (!email) return;
  try {
    await (email.service('email') as Email).send(mail);
  } catch (error) {
    strapi.log.warn(`roster: a mail could not be sent: ${(error as Error).message}`);
  }
};
