/** Prefix of every route, permission and translation of the plugin; it never changes. */
export const PLUGIN_ID = 'roster';
