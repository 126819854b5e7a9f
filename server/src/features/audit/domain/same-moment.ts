const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/**
 * Databases without time zones hold the local time of the server that wrote: read by one in another zone, or in the hour
 * that comes twice in autumn, it is off by whole quarters of an hour. What is sealed is the moment in the text.
 */
export const isSameMoment = (column: Date | string | number, text: string): boolean => {
  const off = Math.abs(new Date(column).getTime() - Date.parse(text));
  return off <= DAY_MS && off % QUARTER_MS === 0;
};
