import { sendMail } from '../../../host/mail';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { momentIn } from '../../../kernel/mail';
import { accessOf } from '../../access';
import { membersOf, type Grant } from '../../members';
import type { TeamConfig } from '../config';
import { reminderMoment } from './reminder-moment';
import { WORDS } from './words';

const EVERY_MS = 60_000;

/**
 * Roles that end. That one has ended is decided at each request and needs nobody to look; here the log is told that it
 * has, and its holder that it will, once each on however many nodes.
 */
export const createEndings = (strapi: Strapi) => {
  const config = strapi.config.get<TeamConfig>('plugin::roster.team', {});
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;

  const remind = async ({ member, role, endsAt }: Grant): Promise<void> => {
    const person = await membersOf(strapi).find(member);
    if (person?.status !== 'active' || endsAt === null) return;
    const language = person.language ?? config.language ?? 'en';
    const [base = 'en'] = language.split('-');
    const words = WORDS[base] ?? WORDS.en;
    const label = (await accessOf(strapi).labels()).in(role, language);
    const lines = [words.greeting(person.name), words.ends(label, momentIn(base in WORDS ? language : 'en', new Date(endsAt))), words.after];
    await sendMail(strapi, { to: person.email, subject: words.subject(label), text: lines.join('\n\n') });
  };

  const run = (): Promise<void> =>
    asSystem(async () => {
      await membersOf(strapi).noteEnded();
      if (config.reminderDays === 0) return;
      for (const grant of await membersOf(strapi).takeReminders(reminderMoment(config, clockPort.of(strapi)()))) await remind(grant);
    });

  /** One look at a time. What fails is looked at again with the next. */
  const look = (): Promise<void> =>
    (round ??= run()
      .catch((error: unknown) => void strapi.log.warn(`roster: roles that end could not be told of: ${(error as Error).message}`))
      .finally(() => (round = undefined)));

  return {
    look,
    start(): void {
      void look();
      timer = setInterval(() => void look(), EVERY_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await round;
    },
  };
};
