import type { HygieneInfo } from '../../../../contracts/http-hygiene';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { membersOf } from '../members';
import type { TeamConfig } from './config';
import { reminderMoment } from './endings/reminder-moment';

const WARN_ABOVE = 5;

/** What of the team's administration is worth a look: too few admins, too many, roles that end soon. */
export const createHygiene = (strapi: Strapi) => {
  const config = strapi.config.get<TeamConfig>('plugin::roster.team', {});
  const warnAbove = config.adminsWarnAbove ?? WARN_ABOVE;

  return (): Promise<HygieneInfo> =>
    asSystem(async () => {
      const list = await membersOf(strapi).admins();
      const active = list.filter(({ hasDoor }) => hasDoor).length;
      const ending = await membersOf(strapi).endingBefore(reminderMoment(config, clockPort.of(strapi)()));
      const people = await membersOf(strapi).among([...new Set(ending.map(({ member }) => member))]);
      return {
        notices: [...(active < 2 ? (['SINGLE_ADMIN'] as const) : []), ...(active > warnAbove ? (['MANY_ADMINS'] as const) : [])],
        admins: { active, warnAbove, list },
        ending: ending.flatMap(({ member, role, endsAt }) => {
          const person = people.find(({ documentId }) => documentId === member);
          return person?.status === 'active' && endsAt !== null ? [{ member, name: person.name, role, endsAt: new Date(endsAt).toISOString() }] : [];
        }),
      };
    });
};
