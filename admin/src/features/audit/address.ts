import { PLUGIN_ID } from '../../plugin-id';

/** Where the Audit page is, seen from other pages of the panel. */
export const AUDIT_ADDRESS = `/plugins/${PLUGIN_ID}/audit`;
