import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { ROOT } from '../support/paths';

describe('docs/reference', () => {
  it('says what the code says: each page is the one that npm run reference would write', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'reference.mjs'), '--check'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
