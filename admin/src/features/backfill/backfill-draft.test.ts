import { backfillRequest } from '../../../../contracts/http-backfill';
import { EMPTY_BACKFILL, gapAt, gapsInBackfill, requestOf, type BackfillDraft } from './backfill-draft';

const TYPE = 'api::customer.customer';
const file = new File(['record,owner\n'], 'owners.csv');
const draft = (values: Partial<BackfillDraft>): BackfillDraft => ({ ...EMPTY_BACKFILL, ...values });

describe('a backfill on its way to the server', () => {
  it('from a field is what the contract takes', () => {
    const { data } = requestOf(draft({ field: 'managerEmail', replace: true, file }), TYPE) as { data: unknown };
    expect(backfillRequest.parse(data)).toEqual({ type: TYPE, from: { field: 'managerEmail' }, replace: true });
  });

  it('from a file is a form, with the names of the columns', () => {
    const form = requestOf(draft({ source: 'file', file, key: 'slug', recordColumn: ' Customer ', ownerColumn: 'CSM' }), TYPE) as FormData;
    expect((form.get('file') as File).name).toBe('owners.csv');
    expect(backfillRequest.parse(JSON.parse(form.get('data') as string))).toEqual({ type: TYPE, from: { file: { key: 'slug', columns: { record: 'Customer', owner: 'CSM' } } }, replace: false });
  });

  it.each<[string, Partial<BackfillDraft>, string[]]>([
    ['which field', {}, ['field']],
    ['nothing', { field: 'managerEmail', recordColumn: '' }, []],
    ['the file', { source: 'file' }, ['file']],
    ['the names of columns', { source: 'file', file, recordColumn: ' ', ownerColumn: '' }, ['record-column', 'owner-column']],
  ])('lacks %s', (_what, values, gaps) => expect([...gapsInBackfill(draft(values))]).toEqual(gaps));

  it('shows a refusal where its fault is', () => expect(['file', 'data.from.file.columns.owner', 'data.type', undefined].map(gapAt)).toEqual(['file', 'owner-column', undefined, undefined]));
});
