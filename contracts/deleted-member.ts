/**
 * What stands where the name of a member was who was deleted for good. It is stored, so that whoever reads the name reads
 * this; the panel says it in its own language.
 */
export const DELETED_NAME = 'Deleted user';
