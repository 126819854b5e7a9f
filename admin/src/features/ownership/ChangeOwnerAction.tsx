import { User } from '@strapi/icons';
import { lazy, Suspense, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';
import { useMayChangeOwners } from './me';

interface ActionContext {
  /** uid of the type. */
  readonly model: string;
  /** Nothing for a record that has not been saved. */
  readonly documentId?: string;
}

const POSITION = ['header', 'table-row'];

const ChangeOwnerForm = lazy(() => import('./ChangeOwnerForm').then((module) => ({ default: module.ChangeOwnerForm })));

/** Change owner, in the menu of a record and of its row: for types with owners, and for whoever may. */
export const ChangeOwnerAction = ({ model, documentId }: ActionContext) => {
  const { formatMessage } = useIntl();
  const mayChange = useMayChangeOwners(model);
  // The same component as long as the record is the same, so that the form keeps its state.
  const content = useCallback(
    ({ onClose }: { readonly onClose: () => void }) => (
      <Suspense fallback={null}>
        <ChangeOwnerForm type={model} records={documentId === undefined ? [] : [documentId]} onClose={onClose} />
      </Suspense>
    ),
    [model, documentId],
  );
  if (!mayChange || documentId === undefined) return null;
  const label = formatMessage({ id: `${PLUGIN_ID}.owner.change`, defaultMessage: 'Change owner' });
  return { label, icon: <User />, position: POSITION, dialog: { type: 'modal', title: label, content } };
};

ChangeOwnerAction.position = POSITION;
