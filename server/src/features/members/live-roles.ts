/** A grant, as far as it matters whether it counts. */
interface Ending {
  readonly role: string;
  readonly endsAt: Date | string | null;
}

/** The roles whose grants count at a moment: a grant counts before its end. */
export const liveRoles = (grants: readonly Ending[], now: Date): string[] =>
  grants.filter(({ endsAt }) => endsAt === null || new Date(endsAt) > now).map(({ role }) => role);
