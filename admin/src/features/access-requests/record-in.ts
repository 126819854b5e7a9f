/** A record, as the address of its page in the Content Manager names it. */
export interface RecordInAddress {
  readonly type: string;
  readonly record: string;
}

const PAGE = /\/content-manager\/collection-types\/([\w.:-]+)\/([a-z0-9]{10,64})(?:[/?#]|$)/;

/** Which record an address leads to, in whatever way it was copied. */
export const recordIn = (address: string): RecordInAddress | undefined => {
  let plain = address.trim();
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // It stands there as it was typed.
  }
  const [, type, record] = PAGE.exec(plain) ?? [];
  return type !== undefined && record !== undefined ? { type, record } : undefined;
};
