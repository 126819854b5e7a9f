import { useAuth, useRBAC } from '@strapi/strapi/admin';

/** Whether one has a right of the panel; undefined while that is being found out. */
export const useRight = (right: Parameters<typeof useRBAC>[0]): boolean | undefined => {
  const rights = useAuth('useRight', ({ permissions }) => permissions.length);
  const isKnown = useAuth('useRight', ({ isLoading }) => !isLoading);
  // The host shows a page before it knows what somebody may, and looks once: with another context it looks again.
  const { allowedActions, isLoading } = useRBAC(right, undefined, `${rights} rights`);
  return isKnown && !isLoading ? Object.values(allowedActions).some(Boolean) : undefined;
};
