/** Something that a site's own code did, for the audit log. */
export interface SiteFact {
  /** One of those that the configuration names under `audit.actions`. */
  readonly action: string;
  /** What it was done to: a content type (uid) and a documentId, or a noun of the site's and its key. */
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome?: 'done' | 'refused';
  /** Plain data. Secrets are taken out by the names of fields and by what values look like. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The audit log, for code of the site. */
export interface SiteLog {
  /**
   * Writes an entry for whoever acts: in the transaction that runs, or in one of its own.
   *
   * @throws RosterError UNKNOWN_ACTION for one that the configuration does not name
   */
  log(fact: SiteFact): Promise<void>;
}
