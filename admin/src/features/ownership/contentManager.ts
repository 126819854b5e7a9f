import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { ChangeOwnerAction } from './ChangeOwnerAction';
import { ChangeOwnersAction } from './ChangeOwnersAction';
import { OwnerFilterSlot } from './OwnerFilterSlot';
import { addOwnerColumn } from './ownerColumn';
import { RecordPanel } from './RecordPanel';

interface Typed {
  readonly type?: string;
}

interface ContentManager {
  readonly apis: {
    addEditViewSidePanel(panels: readonly (typeof RecordPanel)[]): void;
    addDocumentAction(change: (actions: readonly Typed[]) => readonly Typed[]): void;
    addBulkAction(change: (actions: readonly Typed[]) => readonly Typed[]): void;
  };
  injectComponent(view: 'listView', zone: 'actions', component: { readonly name: string; readonly Component: ComponentType }): void;
}

/** What the host offers before it comes to deleting: other plugins put theirs between. */
const HARMLESS = ['edit', 'clone', 'edit-the-model', 'configure-the-view'];

const afterHarmless = (action: Typed) => (actions: readonly Typed[]): readonly Typed[] => {
  const index = actions.map(({ type = '' }) => HARMLESS.includes(type)).lastIndexOf(true) + 1;
  return [...actions.slice(0, index), action, ...actions.slice(index)];
};

const beforeDelete = (action: Typed) => (actions: readonly Typed[]): readonly Typed[] => [
  ...actions.filter(({ type }) => type !== 'delete'),
  action,
  ...actions.filter(({ type }) => type === 'delete'),
];

/**
 * What the Content Manager shows of owners: a panel beside the record, Change owner for one and for many, a
 * column, and a filter with My book. What each draws comes when it is drawn.
 */
export const extendContentManager = (app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void => {
  const contentManager = app.getPlugin('content-manager') as unknown as ContentManager;
  const { apis } = contentManager;
  apis.addEditViewSidePanel([RecordPanel]);
  apis.addDocumentAction(afterHarmless(ChangeOwnerAction as Typed));
  apis.addBulkAction(beforeDelete(ChangeOwnersAction as Typed));
  contentManager.injectComponent('listView', 'actions', { name: 'roster-owner-filter', Component: OwnerFilterSlot });
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addOwnerColumn);
};
