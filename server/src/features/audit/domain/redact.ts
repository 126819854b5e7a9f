/** Put in the place of what must not be told. */
export const REDACTED = '[redacted]';

/** Longer texts are cut: an entry tells what changed, it is no archive. */
const LONGEST = 2_000;
const DEEPEST = 8;

/** Names under which secrets are kept. */
const SECRET_NAME = /passw(or)?d|passphrase|secret(?!ar)|tokens?$|api[-_]?key|private[-_]?key|credential|^t?otp|recovery[-_]?code|^authorization$|^(set-)?cookie$/i;

/** What secrets look like, wherever they stand: JSON web tokens, keys of well-known services, private keys, bearer headers, hashes of passwords. */
const SECRET_VALUE = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\bAKIA[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|\bBearer\s+[\w.~+/-]{8,}=*|\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/g;

const redactText = (text: string): string => {
  const safe = text.replace(SECRET_VALUE, REDACTED);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}… (${safe.length} characters)` : safe;
};

const isSecretName = (name: string, names: ReadonlySet<string>): boolean => names.has(name) || SECRET_NAME.test(name);

const redactAt = (value: unknown, names: ReadonlySet<string>, depth: number): unknown => {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === DEEPEST) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redactAt(item, names, depth + 1));
  // A change names its field beside the values: { field, before, after }.
  const { field } = value as { field?: unknown };
  const ofSecret = typeof field === 'string' && isSecretName(field, names);
  const tell = (name: string, member: unknown): unknown => {
    const isSecret = (ofSecret && name !== 'field') || isSecretName(name, names);
    return isSecret && member !== null && member !== undefined ? REDACTED : redactAt(member, names, depth + 1);
  };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, tell(name, member)]));
};

/** A copy without secrets: by the names of fields, those of the site's own among them, and by what values look like. */
export const redact = <T>(value: T, names: ReadonlySet<string> = new Set()): T => redactAt(value, names, 0) as T;
