import { refreshAccessToken } from '@strapi/strapi/admin';
import { fileNameIn } from './file-name';

export interface FetchedFile {
  readonly content: Blob;
  readonly name: string | undefined;
}

interface Fetching {
  /** The access token of the panel. */
  readonly token: string | null;
  readonly signal: AbortSignal;
  onBytes(received: number): void;
}

/** Where the server is: the panel may have an address of its own. The host's types say it of their own code only. */
const server = (): string => (window.strapi as unknown as { readonly backendURL: string }).backendURL;

const ask = (path: string, token: string | null, signal: AbortSignal): Promise<Response> =>
  fetch(`${server()}${path}`, { signal, credentials: 'include', headers: { Authorization: `Bearer ${token ?? ''}` } });

/** What the host's own client throws: an error with the code of the refusal. */
const refusalIn = async (response: Response): Promise<Error> => {
  const { error } = (await response.json().catch(() => ({}))) as { readonly error?: { readonly message?: string; readonly details?: object } };
  return Object.assign(new Error(error?.message ?? response.statusText), { details: error?.details });
};

/** Tells how much has passed, and lets it pass. */
const counting = (onBytes: Fetching['onBytes']) => {
  let received = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      onBytes(received);
      controller.enqueue(chunk);
    },
  });
};

/**
 * A file of the server, with what has arrived of it so far. The host's client answers with a whole file only, and of a
 * large one nobody would see that it comes. As that client does, it asks once more when the token has expired meanwhile.
 *
 * @throws an error as `refusalOf` reads it
 */
export const fetchFile = async (path: string, { token, signal, onBytes }: Fetching): Promise<FetchedFile> => {
  let response = await ask(path, token, signal);
  if (response.status === 401) {
    const renewed = await refreshAccessToken(token);
    if (renewed !== null) response = await ask(path, renewed, signal);
  }
  if (!response.ok || response.body === null) throw await refusalIn(response);
  const counted = new Response(response.body.pipeThrough(counting(onBytes)), { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
  return { content: await counted.blob(), name: fileNameIn(response.headers.get('Content-Disposition')) };
};

/** Puts a file into the reader's folder for downloads. */
export const saveFile = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
