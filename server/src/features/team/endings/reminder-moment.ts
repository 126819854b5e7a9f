import type { TeamConfig } from '../config';

const DAY_MS = 24 * 3_600_000;
const DAYS = 7;

/** Until when a role has to end for its end to be near. */
export const reminderMoment = ({ reminderDays = DAYS }: Pick<TeamConfig, 'reminderDays'>, now: Date): Date => new Date(now.getTime() + reminderDays * DAY_MS);
