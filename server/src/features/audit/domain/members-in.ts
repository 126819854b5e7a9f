/** Names under which details tell of members, by their documentIds. */
const TELLING = new Set(['from', 'to', 'member', 'members', 'owner', 'owners', 'coOwner', 'coOwners', 'book']);

/** Under such a name there may stand something else as well: a role, a moment, a territory. None of them has this form. */
const DOCUMENT_ID = /^[a-z0-9]{24}$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The documentIds that may be members in what was told of an action, at any depth: as `moves[].to`. */
export const membersIn = (details: unknown): string[] => {
  const found = new Set<string>();
  const visit = (value: unknown, isTelling: boolean): void => {
    if (typeof value === 'string') {
      if (isTelling && DOCUMENT_ID.test(value)) found.add(value);
    } else if (Array.isArray(value)) value.forEach((item) => visit(item, isTelling));
    else if (isObject(value)) for (const [name, inner] of Object.entries(value)) visit(inner, TELLING.has(name));
  };
  visit(details, false);
  return [...found];
};
