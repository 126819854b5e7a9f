import { useRBAC } from '@strapi/strapi/admin';

/** Whether one has a right of the panel; undefined while that is being found out. */
export const useRight = (right: Parameters<typeof useRBAC>[0]): boolean | undefined => {
  const { allowedActions, isLoading } = useRBAC(right);
  return isLoading ? undefined : Object.values(allowedActions).some(Boolean);
};
