import { useAuth, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { AuditExportFormat } from '../../../../../contracts/http-audit';
import { useChange } from '../../../hooks/useChange';
import { useText } from '../../../hooks/useText';
import { exportAddress, useRefreshAudit } from '../api';
import type { Filters } from '../filters/filters';
import { fetchFile, saveFile } from './fetch-file';
import { plainFileName } from './file-name';

/** Exports what is looked for. Whoever leaves the page ends it. */
export const useExport = () => {
  const t = useText();
  const change = useChange();
  const token = useAuth('RosterAuditExport', (auth) => auth.token);
  const { toggleNotification } = useNotification();
  const [refresh] = useRefreshAudit();
  /** Bytes that have arrived; undefined while nothing is exported. */
  const [received, setReceived] = useState<number>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: AuditExportFormat, filters: Filters) => {
    const controller = new AbortController();
    running.current = controller;
    setReceived(0);
    await change(
      async () => {
        const { content, name = plainFileName(format) } = await fetchFile(exportAddress(filters, format), { token, signal: controller.signal, onBytes: setReceived });
        saveFile(content, name);
        toggleNotification({ type: 'success', message: t('audit.export.done', { name }) });
      },
      undefined,
      // Who has ended it needs no word of it.
      () => controller.signal.aborted,
    );
    setReceived(undefined);
    // That it was exported is in the log, too.
    void refresh();
  };
  return { received, start, cancel: () => running.current?.abort() };
};
