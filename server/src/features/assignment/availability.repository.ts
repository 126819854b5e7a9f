import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';

const AVAILABILITY = own('availability');

export interface Availability {
  readonly weight: number;
  readonly capacity: number | null;
  readonly awayFrom: Date | null;
  readonly awayUntil: Date | null;
}

type Stored = Omit<Availability, 'awayFrom' | 'awayUntil'> & { readonly member: string; readonly awayFrom: Date | string | null; readonly awayUntil: Date | string | null };

const dateOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

/** Who has said nothing takes his share, without a limit, always. */
export const ALWAYS_THERE: Availability = { weight: 1, capacity: null, awayFrom: null, awayUntil: null };

/** Away from the one moment on, and before the other; one of them alone is open at its other end. */
export const isAway = ({ awayFrom, awayUntil }: Availability, now: Date): boolean =>
  (awayFrom !== null || awayUntil !== null) && (awayFrom === null || awayFrom <= now) && (awayUntil === null || now < awayUntil);

export const createAvailabilityRepository = (strapi: Strapi) => {
  const rows = () => strapi.db.query(AVAILABILITY);
  return {
    /** Of everybody who has said something. */
    async all(): Promise<ReadonlyMap<string, Availability>> {
      const list = (await rows().findMany({})) as unknown as Stored[];
      return new Map(list.map(({ member, weight, capacity, awayFrom, awayUntil }) => [member, { weight, capacity, awayFrom: dateOf(awayFrom), awayUntil: dateOf(awayUntil) }]));
    },

    async remove(member: string): Promise<void> {
      await rows().deleteMany({ where: { member } });
    },

    async put(member: string, { awayFrom, awayUntil, ...rest }: Availability): Promise<void> {
      const data = { ...rest, awayFrom: awayFrom?.toISOString() ?? null, awayUntil: awayUntil?.toISOString() ?? null };
      const { count } = await rows().updateMany({ where: { member }, data: data as never });
      if (count === 0) await rows().create({ data: { ...data, member, documentId: createDocumentId() } as never });
    },
  };
};
