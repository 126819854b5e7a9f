import type { StandardRole } from './default-matrix';

/** Which doors a role opens: the admin panel, the content API (REST and GraphQL), or both. */
export const DOORS = ['panel', 'api', 'both'] as const;
export type Doors = (typeof DOORS)[number];

/** Text per language (BCP 47 tag). English is always there; other languages fall back to it. */
export type Localized = Readonly<Record<string, string>> & { readonly en: string };

export interface RoleSeed {
  readonly label: Localized;
  /** For whom the role is. The English text is the source's, word for word. */
  readonly description: Localized;
  readonly doors: Doors;
  /** Whether members with this role can own records. */
  readonly mayOwn: boolean;
}

export const STANDARD_ROLE_SEEDS: Readonly<Record<StandardRole, RoleSeed>> = {
  admin: {
    label: { en: 'Admin', de: 'Admin', es: 'Administrador', fr: 'Administrateur' },
    description: {
      en: 'Whoever configures and maintains the platform',
      de: 'Wer die Plattform einrichtet und pflegt',
      es: 'Quien configura y mantiene la plataforma',
      fr: 'Qui configure et maintient la plateforme',
    },
    doors: 'both',
    mayOwn: false,
  },
  director: {
    label: { en: 'Director', de: 'Leitung', es: 'Dirección', fr: 'Direction' },
    description: {
      en: 'Head of CS, CSO, CS Ops',
      de: 'Leitung Customer Success, CSO, CS Ops',
      es: 'Responsable de CS, CSO, CS Ops',
      fr: 'Responsable CS, CSO, CS Ops',
    },
    doors: 'both',
    mayOwn: false,
  },
  csm: {
    label: { en: 'CSM', de: 'CSM', es: 'CSM', fr: 'CSM' },
    description: {
      en: 'Customer Success Managers',
      de: 'Customer Success Manager',
      es: 'Customer Success Managers',
      fr: 'Customer Success Managers',
    },
    doors: 'both',
    mayOwn: true,
  },
  viewer: {
    label: { en: 'Viewer', de: 'Betrachter', es: 'Lector', fr: 'Lecteur' },
    description: {
      en: 'External stakeholders, audit, sales',
      de: 'Externe Beteiligte, Revision, Vertrieb',
      es: 'Terceros interesados, auditoría, ventas',
      fr: 'Parties prenantes externes, audit, ventes',
    },
    doors: 'both',
    mayOwn: false,
  },
};
