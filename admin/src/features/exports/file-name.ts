/** The name that an answer gives its file; undefined where it gives none, or hides the header from a panel on another address. */
export const fileNameIn = (disposition: string | null): string | undefined => {
  const [, quoted, bare] = /filename=(?:"([^"]*)"|([^;\s]+))/i.exec(disposition ?? '') ?? [];
  // A name, not a path: whatever comes from the network.
  const name = (quoted ?? bare ?? '').replace(/^.*[/\\]/, '');
  return name === '' ? undefined : name;
};
