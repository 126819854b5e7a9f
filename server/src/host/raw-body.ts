import type { Readable } from 'node:stream';
import type { RequestContext, Strapi } from './strapi';

const TYPE = Symbol('roster.content-type');

interface Streamed extends RequestContext {
  readonly path: string;
  readonly req: Readable & { headers: Record<string, string | undefined> };
}

/**
 * Leaves the body of some requests alone until their handler reads it. The host's parser would put an upload of any size
 * on the disk, or take it into memory, before anybody has asked who is sending it. It reads what is JSON, a form or a
 * text; what calls itself something else it leaves.
 */
export const leaveUnread = (strapi: Strapi, path: RegExp): void => {
  const use = strapi.server.use.bind(strapi.server) as unknown as (middleware: (ctx: Streamed, next: () => Promise<unknown>) => Promise<unknown>) => void;
  use((ctx, next) => {
    if (ctx.method === 'POST' && path.test(ctx.path)) {
      ctx.state[TYPE] = ctx.req.headers['content-type'] ?? '';
      ctx.req.headers['content-type'] = 'application/octet-stream';
    }
    return next();
  });
};

/** The bytes of a stream, as long as they are no more than so many. What comes after that is not kept. */
const readAtMost = (stream: Readable, most: number): Promise<Uint8Array | 'too large' | 'broken off'> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const over = (outcome: Uint8Array | 'too large' | 'broken off'): void => {
      stream.off('data', take).off('end', end).off('error', left).off('close', left);
      resolve(outcome);
    };
    const take = (part: Buffer): void => {
      size += part.length;
      if (size <= most) return void parts.push(part);
      // Not destroyed: that would close the connection before the answer has left. The server throws the rest away.
      stream.pause();
      over('too large');
    };
    const end = (): void => over(Buffer.concat(parts));
    const left = (): void => over('broken off');
    if (stream.destroyed) return left();
    stream.on('data', take).on('end', end).on('error', left).on('close', left);
  });

export interface SentFile {
  readonly bytes: Uint8Array;
  readonly name: string | null;
}

/** What stands around a file in a multipart request. */
const AROUND = 64 * 1024;

const partOf = async (bytes: Uint8Array, type: string, name: string): Promise<SentFile | 'missing'> => {
  try {
    const part = (await new Response(bytes as never, { headers: { 'content-type': type } }).formData()).get(name);
    return part === null || typeof part === 'string' ? 'missing' : { bytes: new Uint8Array(await part.arrayBuffer()), name: part.name };
  } catch {
    return 'missing';
  }
};

/**
 * The file of a request that `leaveUnread` has left alone: a part of a multipart body, or the body itself. Of one that is
 * too large no more is read than shows that, whether or not it says how long it is.
 */
export const readFileOf = async (ctx: RequestContext, { name, types, most }: { readonly name: string; readonly types: readonly string[]; readonly most: number }): Promise<SentFile | 'missing' | 'too large'> => {
  const { req, state } = ctx as Streamed;
  const type = (state[TYPE] as string | undefined) ?? '';
  const isMultipart = /^multipart\/form-data\b/i.test(type);
  if (!isMultipart && !types.some((one) => type.toLowerCase().startsWith(one))) return 'missing';
  if (Number(req.headers['content-length'] ?? 0) > most + AROUND) return 'too large';
  const bytes = await readAtMost(req, most + AROUND);
  if (typeof bytes === 'string') return bytes === 'too large' ? bytes : 'missing';
  const file = isMultipart ? await partOf(bytes, type, name) : { bytes, name: null };
  return file !== 'missing' && file.bytes.length > most ? 'too large' : file;
};
