import { AUDIT_ACTIONS } from '../../../contracts/audit-actions';
import { FAULTS } from '../../../contracts/audit-report';
import { ACTIONS, FEATURES } from '../../../contracts/default-matrix';
import { SCOPES } from '../../../contracts/scopes';
import { loadTranslations } from '.';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';

const LANGUAGES = Object.entries({ de, es, fr });

/** The names in braces: what a text takes from the code. */
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort();

describe('translations', () => {
  it.each(LANGUAGES)('%s has the texts of English, no more and no fewer', (_language, texts) => {
    expect(Object.keys(texts)).toEqual(Object.keys(en));
  });

  it.each(LANGUAGES)('%s takes the same values as English', (_language, texts) => {
    for (const [key, text] of Object.entries(en)) {
      expect({ key, takes: placeholders((texts as Record<string, string>)[key] ?? '') }).toEqual({ key, takes: placeholders(text) });
    }
  });

  it('name every audit action as the catalogue describes it', () => {
    for (const [action, { description }] of Object.entries(AUDIT_ACTIONS)) expect(en).toHaveProperty([`audit.action.${action}`], description);
  });

  it('name every fault of the audit log as the report describes it', () => {
    for (const [kind, description] of Object.entries(FAULTS)) expect(en).toHaveProperty([`audit.fault.${kind}`], description);
  });

  it('name every standard feature, action and scope', () => {
    const keys = [...FEATURES.map((key) => `feature.${key}`), ...ACTIONS.map((key) => `action.${key}`), ...SCOPES.map((key) => `scope.${key}`)];
    for (const key of keys) expect(en).toHaveProperty([key]);
  });
});

describe('loading', () => {
  it('puts the texts under the prefix of the plugin', async () => {
    const { locale, data } = await loadTranslations('de');
    expect(locale).toBe('de');
    expect(data['roster.audit.title']).toBe(de['audit.title']);
  });

  it('of a language that is not there gives no texts, and no error', async () => {
    expect(await loadTranslations('sw')).toEqual({ locale: 'sw', data: {} });
  });
});
