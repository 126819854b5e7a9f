const MOMENT = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const;

/** A moment as a mail says it. */
export const momentIn = (language: string, moment: Date): string => new Intl.DateTimeFormat(language, MOMENT).format(moment);
