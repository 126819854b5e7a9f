import type { Strapi } from './strapi';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

interface Email {
  send(mail: Mail): Promise<void>;
}

/** Sends a mail with the site's own provider. @throws where the site has none, and whatever its provider throws */
export const deliverMail = async (strapi: Strapi, mail: Mail): Promise<void> => {
  const email = strapi.plugin('email') as { service(name: string): unknown } | undefined;
  if (!email) throw new Error('The site has no email plugin.');
  await (email.service('email') as Email).send(mail);
};

/** Sends a mail, if the site can. One that fails is a warning in the log: nothing waits for it. */
export const sendMail = async (strapi: Strapi, mail: Mail): Promise<void> => {
  if (!strapi.plugin('email')) return;
  try {
    await deliverMail(strapi, mail);
  } catch (error) {
    strapi.log.warn(`roster: a mail could not be sent: ${(error as Error).message}`);
  }
};
