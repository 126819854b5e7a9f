/** Where the Content Manager shows a record. */
export const recordAddress = (type: string, documentId: string): string => `/content-manager/collection-types/${type}/${documentId}`;
