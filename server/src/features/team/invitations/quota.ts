import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import type { AuditActor } from '../../../kernel/record';
import type { TeamConfig } from '../config';
import { createQuotaRepository } from './quota.repository';

/** Two files of the largest size. */
const A_DAY = 20_000;

/**
 * How many invitations somebody may send a day: each is a mail to an address of his choice, and a site is not to be used
 * to flood one. Code of the site is trusted with as many as it likes.
 */
export const createQuota = (strapi: Strapi, { invitationsPerDay: most = A_DAY }: TeamConfig) => {
  const repository = createQuotaRepository(strapi);

  const dayOf = ({ member, token }: AuditActor) => {
    const inviter = member ?? token;
    return inviter === undefined ? undefined : { inviter, day: clockPort.of(strapi)().toISOString().slice(0, 10) };
  };
  const refuse = (sent: number): never => {
    throw new RosterError('INVITATION_QUOTA', undefined, { left: Math.max(0, most - sent) });
  };

  return {
    /** Before the transaction that takes: there two who come first would wait for each other. */
    open: (by: AuditActor): Promise<void> =>
      asSystem(async () => {
        const day = dayOf(by);
        if (day) await repository.begin(day);
      }),

    /** Takes so many of the day's, in the transaction that runs, first of all. @throws RosterError INVITATION_QUOTA */
    take: (by: AuditActor, count = 1): Promise<void> =>
      asSystem(async () => {
        const day = dayOf(by);
        if (day && count > 0 && !(await repository.add(day, count, most))) refuse(await repository.sent(day));
      }),

    /** Takes nothing. @throws RosterError INVITATION_QUOTA where there are fewer left than so many */
    assertLeft: (by: AuditActor, count: number): Promise<void> =>
      asSystem(async () => {
        const day = dayOf(by);
        const sent = day ? await repository.sent(day) : 0;
        if (day && sent + count > most) refuse(sent);
      }),
  };
};

export type Quota = ReturnType<typeof createQuota>;
