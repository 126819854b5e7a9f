import { useAuth, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { fetchFile, saveFile } from './fetch-file';

/** A file that the server writes while it is read. */
export interface ExportFile {
  /** Where it is. */
  readonly address: string;
  /** What it is called where the answer does not say. */
  readonly name: string;
}

/** Fetches a file and saves it. Whoever leaves the page ends it. `onEnd` is told when it is over, however it went. */
export const useExport = (onEnd: () => void = () => undefined) => {
  const t = useText();
  const change = useChange();
  const token = useAuth('RosterExport', (auth) => auth.token);
  const { toggleNotification } = useNotification();
  /** Bytes that have arrived; undefined while nothing is exported. */
  const [received, setReceived] = useState<number>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const start = async ({ address, name: plainName }: ExportFile) => {
    const controller = new AbortController();
    running.current = controller;
    setReceived(0);
    await change(
      async () => {
        const { content, name = plainName } = await fetchFile(address, { token, signal: controller.signal, onBytes: setReceived });
        saveFile(content, name);
        toggleNotification({ type: 'success', message: t('export.done', { name }) });
      },
      undefined,
      // Who has ended it needs no word of it.
      () => controller.signal.aborted,
    );
    setReceived(undefined);
    onEnd();
  };
  return { received, start, cancel: () => running.current?.abort() };
};
