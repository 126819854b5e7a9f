import type { AccessRepository } from './access.repository';

/** What roles are called: read once for however many are named. */
export interface RoleLabels {
  /** In all languages; nothing for a role that is gone. */
  of(role: string): Record<string, string>;
  /** In a language, or in English, or by its key. */
  in(role: string, language: string): string;
}

export const readRoleLabels = async ({ roles }: Pick<AccessRepository, 'roles'>): Promise<RoleLabels> => {
  const labels = new Map((await roles()).map(({ key, label }) => [key, label]));
  return {
    of: (role) => ({ ...labels.get(role) }),
    in(role, language) {
      const label = labels.get(role);
      const [base = 'en'] = language.split('-');
      return label?.[language] ?? label?.[base] ?? label?.['en'] ?? role;
    },
  };
};
