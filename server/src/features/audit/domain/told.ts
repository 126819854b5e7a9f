/** What an entry tells besides what its columns say. */
export interface Told {
  /** null in an entry from before it was told. */
  readonly door: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Without its salt; null where there never was any, and once it was forgotten. */
  readonly personal: Readonly<Record<string, string>> | null;
}

/** Reads the sealed text of an entry, and what belongs to it. */
export const readTold = ({ body, personal }: { readonly body: string; readonly personal: string | null }): Told => {
  const { door = null, details = {} } = JSON.parse(body) as Partial<Told>;
  if (personal === null) return { door, details, personal };
  const { salt: _salt, ...kept } = JSON.parse(personal) as Record<string, string>;
  return { door, details, personal: kept };
};
