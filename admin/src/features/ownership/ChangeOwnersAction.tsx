import { useTable } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { useMayChangeOwners } from './me';
import { nameOfRow, type Row } from './nameOfRow';
import { useChangeOwnerDialog } from './useChangeOwnerDialog';

interface BulkContext {
  readonly model: string;
  /** The rows that are selected. */
  readonly documents: readonly Row[];
}

/** Change owner, of all rows that are selected. */
export const ChangeOwnersAction = ({ model, documents }: BulkContext) => {
  const mayChange = useMayChangeOwners(model);
  const headers = useTable('ChangeOwnersAction', (table) => table.headers);
  const selectRow = useTable('ChangeOwnersAction', (table) => table.selectRow);
  // The table hands out new ones whenever it is drawn, and an open form must not begin anew for that.
  const table = useRef({ headers, selectRow });
  table.current = { headers, selectRow };
  const about = useMemo(
    () => ({
      type: model,
      records: documents.map(({ documentId }) => documentId),
      nameOf: (index: number) => nameOfRow(documents[index], table.current.headers),
      onDone: () => table.current.selectRow([]),
    }),
    [model, documents],
  );
  const action = useChangeOwnerDialog(about);
  return mayChange && documents.length > 0 ? { ...action, variant: 'tertiary' } : null;
};
