import { useRBAC } from '@strapi/strapi/admin';
import { PAGE_PERMISSIONS } from '../permissions';

/** Whether one may open a page of ours; undefined while that is being found out. */
export const useMayOpen = (page: keyof typeof PAGE_PERMISSIONS): boolean | undefined => {
  const { allowedActions, isLoading } = useRBAC(PAGE_PERMISSIONS[page]);
  return isLoading ? undefined : Object.values(allowedActions).some(Boolean);
};
