import fs from 'node:fs';
import path from 'node:path';

import type { Browser } from 'playwright-core';

import { withLock } from './lock';
import { outer } from './outer';
import { ROOT, TMP } from './paths';

/** No talk with the maker's servers. */
const ARGS = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

interface ChromiumPackage {
  default: { executablePath(): Promise<string> };
}

const PACKAGE = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');

/** The package unpacks into the temporary folder, whatever is there and whoever else is at it. */
const unpackInto = async (folder: string) => {
  const { env } = outer.process;
  const before = env.TMPDIR;
  env.TMPDIR = folder;
  try {
    const { default: chromium } = outer.require('@sparticuz/chromium') as ChromiumPackage;
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete env.TMPDIR;
    else env.TMPDIR = before;
  }
};

/**
 * A package holds a browser for Linux on x64. Its arguments stay unused: they switch off web security,
 * which is what we test, and put all into one process, which ends when a second window is closed.
 */
const packagedChromium = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = JSON.parse(fs.readFileSync(PACKAGE, 'utf8')) as { version: string };
  const folder = path.join(TMP, 'chromium', version);
  await withLock('chromium', async () => {
    if (fs.existsSync(folder)) return;
    const draft = `${folder}-draft`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(draft, { recursive: true });
    await unpackInto(draft);
    fs.renameSync(draft, folder);
  });
  return path.join(folder, 'chromium');
};

const findBrowser = async (): Promise<string> => {
  const chosen = process.env.ROSTER_TEST_BROWSER;
  const found = chosen ?? (await packagedChromium()) ?? INSTALLED.find((file) => fs.existsSync(file));
  if (!found || !fs.existsSync(found)) {
    throw new Error(`No browser${chosen ? ` at ${chosen}` : ''}: install Chrome or Chromium, or set ROSTER_TEST_BROWSER to one.`);
  }
  return found;
};

export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = await findBrowser();
  const { chromium } = outer.require('playwright-core') as typeof import('playwright-core');
  return chromium.launch({ executablePath, args: ARGS });
};
