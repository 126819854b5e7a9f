/** A moment as answers write it, whichever way the database gave it. */
export const iso = (moment: Date | string): string => new Date(moment).toISOString();
