import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { ListExportSlot } from './ListExportSlot';

interface ContentManager {
  injectComponent(view: 'listView', zone: 'actions', component: { readonly name: string; readonly Component: ComponentType }): void;
}

/** Puts the export into the head of the Content Manager's lists, behind the filters. */
export const addListExport = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  (app.getPlugin('content-manager') as unknown as ContentManager).injectComponent('listView', 'actions', { name: 'roster-export', Component: ListExportSlot });
};
