import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: scripts run from anywhere and never trust the working directory. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inRoot = (...parts) => path.join(ROOT, ...parts);
