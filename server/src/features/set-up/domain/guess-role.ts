/** Which role of the team the name of a role of the site suggests; the first that matches counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/csm|customer success|account (manager|executive)/i, 'csm'],
  [/director|head|lead|manager/i, 'director'],
  [/sales|agent|rep(resentative)?$|consultant|support/i, 'csm'],
  [/editor|author|authenticated|viewer|reader|guest|audit/i, 'viewer'],
];

/** A role to begin with; null where the name says nothing. Nobody becomes an admin by what his role is called. */
export const guessRole = (name: string): string | null => WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
