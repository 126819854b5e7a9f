import type { RoleRow } from './access.repository';
import { readRoleLabels } from './role-labels';

const ROLES = [
  { key: 'csm', label: { en: 'Customer manager', de: 'Kundenbetreuung', 'pt-BR': 'Gerente' } },
  { key: 'scout', label: { fr: 'Éclaireur' } },
] as unknown as RoleRow[];

describe('what a role is called', () => {
  const read = () => readRoleLabels({ roles: () => Promise.resolve(ROLES) });

  it.each([
    ['csm', 'pt-BR', 'Gerente'],
    ['csm', 'de-CH', 'Kundenbetreuung'],
    ['csm', 'pt', 'Customer manager'],
    ['scout', 'de', 'scout'],
    ['gone', 'de', 'gone'],
  ])('%s, in %s, is %s', async (role, language, label) => {
    expect((await read()).in(role, language)).toBe(label);
  });

  it('is given in all languages, as a copy, and as nothing for a role that is gone', async () => {
    const labels = await read();
    labels.of('csm')['en'] = 'Somebody';
    expect([labels.in('csm', 'en'), labels.of('scout'), labels.of('gone')]).toEqual(['Customer manager', { fr: 'Éclaireur' }, {}]);
  });
});
