import { runInNewContext } from 'node:vm';
import { bindTypesRequest, type PanelBinding, type SetUp, type SiteType } from '../../../../contracts/http-set-up';
import { draftOf, typeAt, withKey, withKind } from './bindings-draft';
import { configText } from './config-text';
import { doneSteps, stepOf } from './steps';

const RECORD: PanelBinding = { feature: 'customer_360', kind: 'record', owns: true, value: 'arr', mode: 'observe' };
const type = (uid: string, values: Partial<SiteType> = {}): SiteType => ({ uid, displayName: uid, boundBy: 'nobody', binding: null, guess: null, inForce: null, relations: [], values: [], territories: [], ...values });
const site = (types: SiteType[], values: Partial<SetUp> = {}): SetUp => ({ types, features: [], isRestartNeeded: false, restartsItself: false, members: 1, adopted: 0, ...values });
const note = type('note', { relations: [{ attribute: 'customer', type: 'customer' }], guess: { feature: 'renewals', kind: 'detail', parent: 'customer', mode: 'observe' } });

describe('the choice of what types are', () => {
  it('begins with what the schema suggests, and once something is stored with nothing else', () => {
    expect(draftOf(site([type('customer', { guess: RECORD }), type('page')]))).toEqual({ customer: RECORD });
    expect(draftOf(site([type('customer', { binding: RECORD, boundBy: 'panel' }), note]))).toEqual({ customer: RECORD });
    expect(draftOf(site([type('customer', { guess: RECORD, boundBy: 'config' }), note]))).toEqual({});
  });

  it.each<PanelBinding['kind']>(['record', 'detail', 'run', 'personal', 'definition'])('a %s is what the contract takes', (kind) => {
    const bindings = { note: withKind(RECORD, kind, note) };
    expect(bindTypesRequest.parse({ bindings })).toEqual({ bindings });
  });

  it('takes over what another kind has too', () => {
    const detail = withKind(undefined, 'detail', note);
    expect(detail).toEqual({ feature: 'renewals', kind: 'detail', parent: 'customer', mode: 'observe' });
    expect(withKind(detail, 'run', note)).toEqual({ feature: 'renewals', kind: 'run', target: 'customer', mode: 'observe' });
    expect(withKey(RECORD, 'value', '')).not.toHaveProperty('value');
  });

  it('finds the type that a refusal is about', () => expect(["data.bindings['api::a.b'].parent", 'data', undefined].map(typeAt)).toEqual(['api::a.b', undefined, undefined]));
});

it('says how far one is by what is there', () => {
  expect([...doneSteps(site([type('a')]))]).toEqual([]);
  expect([...doneSteps(site([type('a', { boundBy: 'panel', inForce: 'observe' })], { members: 2 }))]).toEqual(['types', 'people']);
  expect([...doneSteps(site([type('a', { boundBy: 'config', inForce: 'enforce' })]))]).toEqual(['types', 'enforce']);
  expect(['watch', 'nonsense', null].map(stepOf)).toEqual(['watch', 'roles', 'roles']);
});

it('writes what it has stored as a configuration that can be read', () => {
  const text = configText(site([type('api::customer.customer', { binding: RECORD, boundBy: 'panel' }), type('page')]));
  const module: { exports?: () => { readonly roster: { readonly config: unknown } } } = {};
  runInNewContext(text, { module });
  expect(JSON.parse(JSON.stringify(module.exports?.().roster.config))).toEqual({ bindings: { 'api::customer.customer': RECORD } });
});
