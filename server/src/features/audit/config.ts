import { z } from 'zod';
import { STREAM_FORMATS } from './domain/cloud-event';
import { WEBHOOK_SECRET } from './domain/webhook';

/** `noun.verb`, as those of the plugin. */
const actionName = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'use noun.verb, in lower case letters, digits and hyphens').max(64);

const siteAction = z.strictObject({ severity: z.enum(['info', 'notice', 'warning']), description: z.string().min(1) });

const secret = z.string().min(32, 'use at least 32 characters, from a source of randomness');

const webhookSecret = z.string().regex(WEBHOOK_SECRET, 'use whsec_ and 24 to 64 random bytes in base64');

const stream = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'use lower case letters, digits and hyphens'),
    url: z.url({ protocol: /^https?$/, error: 'use an address that begins with https://' }),
    secret: z.union([webhookSecret, z.array(webhookSecret).min(1).max(4)]),
    format: z.enum(STREAM_FORMATS).optional(),
    from: z.enum(['beginning', 'now']).optional(),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).optional(),
    allowPrivate: z.boolean().optional(),
  })
  .refine(({ url, allowPrivate }) => allowPrivate === true || url.startsWith('https://'), { path: ['url'], error: 'use https, or set allowPrivate for a receiver in your own network' });

/**
 * How the audit log is sealed and kept.
 *
 * - `key`: the secret that seals the log, of 32 characters or more; from the environment, never from the database.
 *   Without it, one is derived from the site's `server.app.keys`, the first of which seals and all of which verify.
 * - `earlierKeys`: secrets that sealed before, so that their entries can still be verified.
 * - `origin`: the name of the log in its checkpoints, without spaces. Default `roster`.
 * - `checkpointSeconds`: a checkpoint is signed and anchored no more often than this. Default 60.
 * - `anchorLog`: whether each checkpoint is written to the site's own log, from where it is collected. Default true.
 * - `anchorFile`: a file to which each checkpoint is added, best on another machine's disk. `roster verify` reads it.
 * - `retentionDays`: entries that are older, from 30 days up, are removed once a day; without it they are kept for ever. What is
 *   removed is an entry, and the rest still verifies.
 * - `actions`: actions of the site's own, which its code tells by `log()`: `{ 'invoice.sent': { severity: 'info', description: 'An invoice was sent.' } }`.
 * - `redact`: names of fields of which an entry never tells a value, besides passwords, tokens, keys and other secrets.
 * - `streams`: receivers to which every sealed entry and checkpoint is sent, in the order of the log, at least once: batches of
 *   CloudEvents, signed as Standard Webhooks. Each has a `name`, a `url` (https), a `secret` (`whsec_…`, several while one is
 *   changed), and may have a `format` (`roster`, `ocsf` or `ecs`), `headers` of its own, `from: 'now'` to leave out what is there
 *   already, and `allowPrivate: true` for a receiver in the site's own network, which is refused otherwise.
 *
 * @default sealed with a key derived from the site's, checkpoints in its log
 */
const audit = z.strictObject({
  key: secret.optional(),
  earlierKeys: z.array(secret).optional(),
  origin: z.string().regex(/^[^\s+]{1,128}$/, 'use a name without spaces and plus signs').optional(),
  checkpointSeconds: z.number().int().min(1).max(86_400).optional(),
  anchorLog: z.boolean().optional(),
  anchorFile: z.string().min(1).optional(),
  retentionDays: z.number().int().min(30, 'keep at least 30 days').max(36_500).optional(),
  actions: z.record(actionName, siteAction).optional(),
  redact: z.array(z.string().min(1)).optional(),
  streams: z
    .array(stream)
    .max(10)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, 'give each stream a name of its own')
    .optional(),
});

export const auditConfig = { audit: audit.optional() } as const;

export type AuditConfig = z.output<typeof audit>;
export type StreamConfig = z.output<typeof stream>;
