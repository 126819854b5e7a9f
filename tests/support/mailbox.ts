import type { Core } from '@strapi/strapi';

export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export interface Mailbox {
  readonly mails: CaughtMail[];
  /** What the next mails fail with; undefined: they arrive. */
  failWith: string | undefined;
  /** From now on the provider takes mails and says nothing, until what this answers is called. */
  hold(): () => void;
  /** The next mails are answered again; those that are held stay so. */
  pass(): void;
  /** The newest mail to an address. */
  to(email: string): CaughtMail;
  /** The secret in the link of the newest mail to an address. */
  secretFor(email: string): string;
}

/** Takes the place of the site's mail provider, and keeps what it is given. */
export const openMailbox = (strapi: Core.Strapi): Mailbox => {
  const mails: CaughtMail[] = [];
  let held: Promise<void> | undefined;
  const box: Mailbox = {
    mails,
    failWith: undefined,
    hold() {
      let open = (): void => undefined;
      held = new Promise((resolve) => (open = resolve));
      return open;
    },
    pass: () => void (held = undefined),
    to(email) {
      const found = mails.filter(({ to }) => to === email).at(-1);
      if (!found) throw new Error(`No mail to ${email}.`);
      return found;
    },
    secretFor(email) {
      const secret = /#([\w-]{20,})/.exec(box.to(email).text)?.[1];
      if (secret === undefined) throw new Error(`No link in the mail to ${email}.`);
      return secret;
    },
  };
  (strapi.plugin('email') as unknown as { provider: { send(mail: CaughtMail): Promise<void> } }).provider.send = (mail) => {
    if (box.failWith !== undefined) return Promise.reject(new Error(box.failWith));
    mails.push(mail);
    return held ?? Promise.resolve();
  };
  return box;
};
