import { PERMISSIONS } from '../permissions';
import { useRight } from './useRight';

/** Whether one has a right of the panel. While that is being found out, one has not. */
export const useMay = (permission: keyof typeof PERMISSIONS): boolean => useRight(PERMISSIONS[permission]) === true;
