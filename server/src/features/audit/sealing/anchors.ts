import { appendFile } from 'node:fs/promises';
import type { Strapi } from '../../../host/strapi';
import type { AuditConfig } from '../config';

/** By which a checkpoint is found in the site's log. */
export const LOGGED = 'roster audit checkpoint';

/**
 * Tells a checkpoint to places that whoever rewrites the database does not reach: only against these is it seen
 * that the end of the log was cut off, or that everything was made anew with a stolen key.
 */
export const createAnchors =
  (strapi: Strapi, { anchorLog = true, anchorFile }: AuditConfig) =>
  async (note: string): Promise<void> => {
    if (anchorLog) strapi.log.info(`${LOGGED} ${JSON.stringify(note)}`);
    if (anchorFile === undefined) return;
    // Notes are told apart by an empty line, as they hold one themselves: two.
    await appendFile(anchorFile, `${note}\n\n`).catch((error: Error) => {
      strapi.log.error(`roster: a checkpoint of the audit log could not be added to ${anchorFile}: ${error.message}`);
    });
  };
