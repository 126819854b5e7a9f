import { useRBAC } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../permissions';

/** Whether one has a right of the panel. While that is being found out, one has not. */
export const useMay = (permission: keyof typeof PERMISSIONS): boolean => {
  const { allowedActions, isLoading } = useRBAC(PERMISSIONS[permission]);
  return !isLoading && Object.values(allowedActions).some(Boolean);
};
