const pad = (part: number, length = 2): string => String(part).padStart(length, '0');

/** A moment as the browser's own field writes it: `2026-01-31T09:00`, by the clock on the wall. Empty for none. */
export const localTime = (moment: string | null): string => {
  if (moment === null) return '';
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
};

/** What such a field holds, as a moment; null while it is empty or not whole. */
export const momentOf = (text: string): string | null => {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
};
