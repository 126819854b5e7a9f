import { useTable } from '@strapi/strapi/admin';
import { lazy, Suspense, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';
import { useMayChangeOwners } from './me';
import { nameOfRow, type Row } from './nameOfRow';

interface BulkContext {
  readonly model: string;
  /** The rows that are selected. */
  readonly documents: readonly Row[];
}

const ChangeOwnerForm = lazy(() => import('./ChangeOwnerForm').then((module) => ({ default: module.ChangeOwnerForm })));

/** Change owner, of all rows that are selected. */
export const ChangeOwnersAction = ({ model, documents }: BulkContext) => {
  const { formatMessage } = useIntl();
  const mayChange = useMayChangeOwners(model);
  const headers = useTable('ChangeOwnersAction', (table) => table.headers);
  const selectRow = useTable('ChangeOwnersAction', (table) => table.selectRow);
  const content = useCallback(
    ({ onClose }: { readonly onClose: () => void }) => (
      <Suspense fallback={null}>
        <ChangeOwnerForm
          type={model}
          records={documents.map(({ documentId }) => documentId)}
          nameOf={(index) => nameOfRow(documents[index], headers)}
          onDone={() => selectRow([])}
          onClose={onClose}
        />
      </Suspense>
    ),
    [model, documents, headers, selectRow],
  );
  if (!mayChange || documents.length === 0) return null;
  const label = formatMessage({ id: `${PLUGIN_ID}.owner.change`, defaultMessage: 'Change owner' });
  return { label, variant: 'tertiary', dialog: { type: 'modal', title: label, content } };
};
