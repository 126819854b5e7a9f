import { deflateSync } from 'node:zlib';
import { cleanPicture } from './picture';

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const head = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 6, 0, 0, 0], 8);
  return chunk('IHDR', data);
};

const png = (width: number, height: number, extra: readonly Buffer[] = [], behind = Buffer.alloc(0)): Buffer =>
  Buffer.concat([PNG, head(width, height), ...extra, chunk('IDAT', deflateSync(Buffer.alloc(16))), chunk('IEND', Buffer.alloc(0)), behind]);

const segment = (marker: number, data: Buffer): Buffer => {
  const start = Buffer.from([0xff, marker, 0, 0]);
  start.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([start, data]);
};

const frame = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(15);
  data.writeUInt16BE(height, 1);
  data.writeUInt16BE(width, 3);
  return segment(0xc0, data);
};

const jpeg = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xda, Buffer.alloc(10)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9]), Buffer.from('<script>')]);

const riff = (...chunks: readonly [string, Buffer][]): Buffer => {
  const parts = chunks.map(([name, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), length, body]);
};

const lossy = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(12);
  data.writeUIntBE(0x9d012a, 3, 3);
  data.writeUInt16LE(width, 6);
  data.writeUInt16LE(height, 8);
  return data;
};

const extended = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(10);
  data[0] = 0x3e;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return data;
};

const SECRET = Buffer.from('GPS 40.4168 N');

describe('a picture', () => {
  it.each([
    ['image/png', png(64, 64, [chunk('eXIf', SECRET), chunk('tEXt', SECRET)], Buffer.from('<script>'))],
    ['image/jpeg', jpeg(segment(0xe1, SECRET), segment(0xfe, SECRET), frame(64, 48))],
    ['image/webp', riff(['VP8X', extended(64, 64)], ['VP8 ', lossy(64, 64)], ['EXIF', SECRET], ['XMP ', SECRET])],
    ['image/webp', riff(['VP8 ', lossy(64, 64)])],
  ])('%s is told by its bytes, and is nothing but a picture afterwards', (mime, bytes) => {
    const clean = cleanPicture(bytes);
    expect(clean?.mime).toBe(mime);
    for (const aside of ['GPS', '<script>']) expect(clean?.bytes.includes(aside)).toBe(false);
    expect(cleanPicture(clean?.bytes ?? Buffer.alloc(0))).toEqual(clean);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', Buffer.from('GIF89a')],
    ['a beginning of a PNG', PNG],
    ['a PNG without a picture', Buffer.concat([PNG, head(64, 64), chunk('IEND', Buffer.alloc(0))])],
    ['a PNG that ends early', png(64, 64).subarray(0, 40)],
    ['a PNG as wide as a bomb', png(100_000, 1)],
    ['a PNG of no size', png(0, 0)],
    ['a JPEG without a frame', jpeg(segment(0xe0, SECRET))],
    ['a JPEG that is too high', jpeg(frame(64, 2_000))],
    ['a JPEG that ends early', jpeg(frame(64, 64)).subarray(0, 30)],
    ['a WebP without a picture', riff(['VP8X', extended(64, 64)])],
    ['a WebP whose picture is larger than its head says', riff(['VP8X', extended(64, 64)], ['VP8 ', lossy(5_000, 64)])],
    ['a WebP of something else', riff(['VP8L', SECRET])],
  ])('%s is none', (_what, bytes) => {
    expect(cleanPicture(bytes)).toBeUndefined();
  });
});
