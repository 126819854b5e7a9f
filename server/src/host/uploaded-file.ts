import { readFile, rm } from 'node:fs/promises';
import type { RequestContext } from './strapi';

interface Uploaded {
  readonly filepath: string;
  readonly size: number;
}

/** The one file of a multipart request under a name, as the host's body parser has put it aside. */
const uploadedIn = ({ request }: RequestContext, name: string): Uploaded | undefined => {
  const file = (request as { files?: Readonly<Record<string, Uploaded | readonly Uploaded[]>> }).files?.[name];
  return Array.isArray(file) ? (file as readonly Uploaded[])[0] : (file as Uploaded | undefined);
};

/** Reads a file of a request, unless it is larger than so many bytes, and takes it from the disk. */
export const takeFile = async (ctx: RequestContext, name: string, most: number): Promise<Uint8Array | 'missing' | 'too large'> => {
  const file = uploadedIn(ctx, name);
  if (!file) return 'missing';
  try {
    return file.size > most ? 'too large' : await readFile(file.filepath);
  } finally {
    await rm(file.filepath, { force: true });
  }
};

/** The `data` of a request: of a multipart one it is JSON in a text, as for the host's own uploads. `undefined` where it is not. */
export const withParsedData = ({ request }: RequestContext): { readonly data?: unknown } => {
  const body = (request.body ?? {}) as { readonly data?: unknown };
  if (typeof body.data !== 'string') return body;
  try {
    return { data: JSON.parse(body.data) as unknown };
  } catch {
    return {};
  }
};
