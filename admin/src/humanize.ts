/** `customer_health.v2` → `Customer health v2`: better than a bare key where nobody has named it. */
export const humanize = (key: string): string => {
  const words = key.replace(/[_.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
