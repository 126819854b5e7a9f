/** Which page of a list is on the screen says nothing of the list. */
const OF_PAGE = new Set(['page', 'pageSize']);

/** `plugins[i18n][locale]`, which the host sends as `locale`. */
const OF_PLUGIN = /^plugins\[[^\]]+\]\[([^\]]+)\]/;

/** What a list of the Content Manager asks its server for, as the address of the list says it; not for a page, for all of it. */
export const listQueryOf = (search: string): URLSearchParams => {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) if (!OF_PAGE.has(name)) asked.append(name.replace(OF_PLUGIN, '$1'), value);
  return asked;
};
