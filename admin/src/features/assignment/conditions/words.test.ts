import { createIntl } from 'react-intl';
import type { Condition } from '../../../../../contracts/conditions';
import type { RuleType } from '../../../../../contracts/http-rules';
import de from '../../../translations/de.json';
import en from '../../../translations/en.json';
import { conditionInWords, type Speaker } from './words';

const FIELDS: RuleType['fields'] = [
  { path: 'segment', kind: 'relation', target: 'api::segment.segment' },
  { path: 'arr', kind: 'number' },
  { path: 'tier', kind: 'enum', values: ['growth', 'starter'] },
  { path: 'isPilot', kind: 'boolean' },
  { path: 'name', kind: 'text' },
];

const speaking = (locale: string, messages: Readonly<Record<string, string>>): Speaker => {
  const intl = createIntl({ locale, messages: { ...messages } });
  return {
    t: (key, values) => intl.formatMessage({ id: key }, values),
    formatNumber: (value) => intl.formatNumber(value),
    formatDate: (value) => value,
    titleOf: (target, documentId) => (documentId === 's1' && target === 'api::segment.segment' ? 'Enterprise LATAM' : documentId),
  };
};

const say = (condition: Condition, speaker = speaking('en', en)) => conditionInWords(condition, FIELDS, speaker);

const segment = { field: 'segment', operator: 'equals', value: 's1' } as const;
const arr = { field: 'arr', operator: 'above', value: 50_000 } as const;

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [{ all: [segment, arr] }, 'segment is Enterprise LATAM and arr above 50,000'],
    [{ any: [segment, arr] }, 'segment is Enterprise LATAM or arr above 50,000'],
    [{ all: [segment, { any: [arr, { field: 'isPilot', operator: 'equals', value: true }] }] }, 'segment is Enterprise LATAM and (arr above 50,000 or isPilot is Yes)'],
    [{ all: [{ any: [arr] }] }, 'arr above 50,000'],
    [{ not: { any: [segment, arr] } }, 'not (segment is Enterprise LATAM or arr above 50,000)'],
    [{ field: 'tier', operator: 'in', value: ['growth', 'starter'] }, 'tier is one of growth, starter'],
    [{ field: 'arr', operator: 'between', value: [1_000, 2_000] }, 'arr between 1,000 and 2,000'],
    [{ field: 'name', operator: 'empty' }, 'name is empty'],
    [{ field: 'name', operator: 'equals', value: '' }, 'name is “”'],
    [{ field: 'segment', operator: 'equals', value: 'unknown' }, 'segment is unknown'],
    [{ field: 'gone', operator: 'equals', value: 'x' }, 'gone is x'],
    [{ all: [] }, 'every record'],
  ])('%j', (condition, words) => expect(say(condition)).toBe(words));

  it('is said in the language of the panel', () => expect(say({ all: [segment, arr] }, speaking('de', de))).toBe('segment ist Enterprise LATAM und arr über 50.000'));
});
