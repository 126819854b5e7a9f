import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
export const PLAYGROUND = path.join(ROOT, 'playground');
export const TMP = path.join(ROOT, '.tmp');
