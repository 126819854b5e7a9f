import { User } from '@strapi/icons';
import { useMemo } from 'react';
import { useMayChangeOwners } from './me';
import { useChangeOwnerDialog } from './useChangeOwnerDialog';

interface ActionContext {
  /** uid of the type. */
  readonly model: string;
  /** Nothing for a record that has not been saved. */
  readonly documentId?: string;
}

const POSITION = ['header', 'table-row'];

/** Change owner, in the menu of a record and of its row: for types with owners, and for whoever may. */
export const ChangeOwnerAction = ({ model, documentId }: ActionContext) => {
  const mayChange = useMayChangeOwners(model);
  const about = useMemo(() => ({ type: model, records: documentId === undefined ? [] : [documentId] }), [model, documentId]);
  const action = useChangeOwnerDialog(about);
  return mayChange && documentId !== undefined ? { ...action, icon: <User />, position: POSITION } : null;
};

ChangeOwnerAction.position = POSITION;
