export const DB_NAMES = ['sqlite', 'postgres', 'mysql'] as const;

export type DbName = (typeof DB_NAMES)[number];

const isDbName = (name: string): name is DbName => DB_NAMES.some((known) => known === name);

/** The databases of this run. A misspelt or empty list must not turn into a green run that tested nothing. */
export const chosenDbs = (list = process.env.ROSTER_TEST_DBS ?? 'sqlite,postgres'): DbName[] => {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !isDbName(name));
  if (unknown.length > 0) {
    throw new Error(`ROSTER_TEST_DBS is "${list}"; it takes one or more of: ${DB_NAMES.join(', ')}`);
  }
  return names.filter(isDbName);
};
