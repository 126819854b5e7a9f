import { readFile } from 'node:fs/promises';
import type { AuditReport } from '../../../../../contracts/audit-report';
import type { Strapi } from '../../../host/strapi';
import type { AuditConfig } from '../config';
import type { Keyring } from '../domain/keys';
import { verifierKey } from '../domain/note';
import { notesIn } from './notes-in';
import { createProver } from './prove';
import { createVerifier, type VerifyOptions } from './verify';

const readNotes = async (file: string): Promise<string[]> => notesIn(await readFile(file, 'utf8'));

/** What can be shown of the log: that it is whole, and that an entry is part of it. */
export const createChecking = (strapi: Strapi, keyring: Keyring, { anchorFile }: AuditConfig) => {
  const verify = createVerifier(strapi, keyring);
  return {
    /**
     * Checks the whole log, also against the checkpoints in these files and in the one of the configuration.
     *
     * @throws what reading a named file throws
     */
    async verify({ anchorFiles = [], ...options }: VerifyOptions & { readonly anchorFiles?: readonly string[] } = {}): Promise<AuditReport> {
      const own = anchorFile === undefined ? [] : await readNotes(anchorFile).catch(() => []);
      const named = (await Promise.all(anchorFiles.map(readNotes))).flat();
      return verify({ ...options, anchors: [...own, ...named, ...(options.anchors ?? [])] });
    },
    prove: createProver(strapi, keyring),
    /** By which anybody verifies a checkpoint: name, hash and public key (C2SP signed-note). */
    publicKey: (): string => verifierKey(keyring.current),
  };
};
