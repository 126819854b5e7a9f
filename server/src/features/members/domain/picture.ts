/** A picture as it is kept. */
export interface CleanPicture {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly bytes: Buffer;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Read {
  readonly size: Size;
  readonly bytes: Buffer;
}

/** Pixels of a side. */
const LONGEST_SIDE = 1024;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_PARTS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** RFC 2083: chunks of a length, a name, data and a checksum. */
const readPng = (bytes: Buffer): Read | undefined => {
  const parts: Buffer[] = [PNG];
  let at = PNG.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (PNG_PARTS.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  const [, head] = parts;
  const names = parts.slice(1).map((part) => part.toString('latin1', 4, 8));
  if (!head || head.length !== 25 || names[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT')) return undefined;
  return { size: { width: head.readUInt32BE(8), height: head.readUInt32BE(12) }, bytes: Buffer.concat(parts) };
};

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments that tell of the camera, the place and the photographer, and comments; what tells the colours apart stays (`APP0`, `APP14`). */
const isAside = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);

/** ITU T.81: segments of a marker, a length and data, until the scan begins, which ends with the first `FFD9`. */
const readJpeg = (bytes: Buffer): Read | undefined => {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let size: Size | undefined;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    if (marker === 0xda) {
      const last = bytes.indexOf(Buffer.from([0xff, 0xd9]), end);
      return size && last > 0 ? { size, bytes: Buffer.concat([...parts, bytes.subarray(at, last + 2)]) } : undefined;
    }
    if (isFrame(marker) && end - at >= 9) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (!isAside(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
};

const canvasOf = (data: Buffer): Size => ({ width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 });

const lossySize = (data: Buffer): Size | undefined =>
  data.length >= 10 && data.readUIntBE(3, 3) === 0x9d012a ? { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff } : undefined;

const losslessSize = (data: Buffer): Size | undefined => {
  if (data.length < 5 || data[0] !== 0x2f) return undefined;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
};

/** Only transparency is left of what an extended file says that it has. */
const plainHead = (chunk: Buffer): Buffer => {
  const head = Buffer.from(chunk);
  head[8] = (head[8] ?? 0) & 0x10;
  return head;
};

const sizeIn = (name: string, data: Buffer): Size | undefined => {
  if (name === 'VP8X') return data.length >= 10 ? canvasOf(data) : undefined;
  return name === 'VP8 ' ? lossySize(data) : losslessSize(data);
};

/** RFC 9649: `RIFF`, a length, `WEBP`, and chunks of a name, a length and data. */
const readWebp = (bytes: Buffer): Read | undefined => {
  const parts: Buffer[] = [];
  const sizes: (Size | undefined)[] = [];
  let hasImage = false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) break;
    const chunk = bytes.subarray(at, end);
    if (['VP8 ', 'VP8L', 'VP8X'].includes(name)) sizes.push(sizeIn(name, chunk.subarray(8)));
    if (['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name)) parts.push(name === 'VP8X' ? plainHead(chunk) : chunk);
    hasImage ||= name === 'VP8 ' || name === 'VP8L';
    at = end;
  }
  const widest = sizes.reduce<Size>((most, size) => ({ width: Math.max(most.width, size?.width ?? 0), height: Math.max(most.height, size?.height ?? 0) }), { width: 0, height: 0 });
  if (!hasImage || sizes.includes(undefined)) return undefined;
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return { size: widest, bytes: Buffer.concat([head, body]) };
};

const READERS = [
  { mime: 'image/png', is: (bytes: Buffer) => bytes.subarray(0, 8).equals(PNG), read: readPng },
  { mime: 'image/jpeg', is: (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xd8, read: readJpeg },
  { mime: 'image/webp', is: (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP', read: readWebp },
] as const;

/**
 * A picture, told by its bytes and by nothing that is said of it, without anything that is no picture: where it was
 * taken and by whom, comments, and whatever hangs behind its end. Undefined where it is none, or too large to draw.
 */
export const cleanPicture = (bytes: Buffer): CleanPicture | undefined => {
  const reader = READERS.find(({ is }) => is(bytes));
  const read = reader?.read(bytes);
  if (!reader || !read) return undefined;
  const { width, height } = read.size;
  if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) return undefined;
  return { mime: reader.mime, bytes: read.bytes };
};
