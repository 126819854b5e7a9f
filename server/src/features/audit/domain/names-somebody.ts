/** What entries keep of whoever sent a request. It is about the one who did something, not about whom he did it to. */
const OF_THE_CLIENT: ReadonlySet<string> = new Set(['ip', 'userAgent', 'salt']);

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether what is kept beside an entry names somebody: by what he signs in with, or by a word in it. */
export const namesSomebody = (personal: string, { logins, words }: { readonly logins: readonly string[]; readonly words: readonly string[] }): boolean =>
  Object.entries(JSON.parse(personal) as Record<string, string>).some(
    ([name, value]) => !OF_THE_CLIENT.has(name) && (logins.some((login) => same(login, value)) || words.some((word) => value.toLowerCase().includes(word.toLowerCase()))),
  );

/** Whether what is kept beside an entry is about more than the client of the request. */
export const tellsMore = (personal: string): boolean => Object.keys(JSON.parse(personal) as object).some((name) => !OF_THE_CLIENT.has(name));
