/** Where people are imported from a file. */
export const IMPORT_FORM = '?tab=invitations&view=import';

/** Where one import is looked at and followed. */
export const importAddress = (id: string): string => `?tab=invitations&import=${encodeURIComponent(id)}`;
