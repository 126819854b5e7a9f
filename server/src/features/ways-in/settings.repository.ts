import type { DomainJoining, SignInLinks } from '../../../../contracts/http-ways-in';
import { holdRow } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';

const WAY_IN = own('way-in');

export interface Settings {
  readonly domains: DomainJoining;
  readonly links: SignInLinks;
}

/** Nothing is open unless somebody has opened it. */
const CLOSED: Settings = { domains: { domains: [], isOn: false, role: 'viewer' }, links: { panel: false, api: false } };

export const createSettingsRepository = (strapi: Strapi) => {
  const settings = () => strapi.db.query(WAY_IN as never);
  return {
    async read<Key extends keyof Settings>(key: Key): Promise<Settings[Key]> {
      const row = (await settings().findOne({ where: { key } as never })) as { value: Settings[Key] | null } | null;
      return row?.value ?? CLOSED[key];
    },

    /** Nobody else changes it until the transaction ends. */
    hold: (key: keyof Settings): Promise<void> => holdRow(strapi, WAY_IN, { key }, {}),

    async write<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
      await settings().update({ where: { key } as never, data: { value } as never });
    },
  };
};
