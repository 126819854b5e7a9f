import type { AuditEvent } from './event';
import { toRow } from './event';
import { toEcs } from './ecs';
import { toOcsf } from './ocsf';

const event = (more: Partial<AuditEvent>): AuditEvent => ({
  eventId: '0b8e6d0e-0000-4000-8000-000000000000',
  place: 7,
  occurredAt: '2026-11-28T12:00:00.000Z',
  action: 'owner.changed',
  outcome: 'done',
  severity: 'notice',
  actor: { kind: 'member', member: 'ana', name: 'Ana Ruiz', token: null },
  target: { type: 'api::customer.customer', typeName: 'Customer', id: 'acme', name: null },
  door: 'panel',
  details: { from: 'carla', to: 'chen' },
  personal: { ip: '203.0.113.9', userAgent: 'curl/8' },
  leaf: 'AAAA',
  ...more,
});

const SIGN_IN = event({ action: 'user.sign-in-failed', outcome: 'refused', severity: 'warning', actor: { kind: 'nobody', member: null, name: null, token: null }, target: { type: 'panelUser', typeName: null, id: '', name: null }, personal: { ip: '203.0.113.9', identifier: 'ana@example.com' } });
const DEACTIVATED = event({ action: 'member.deactivated', target: { type: 'member', typeName: null, id: 'carla', name: 'Carla Mendes' } });

describe('OCSF', () => {
  // What the classes of version 1.3.0 require of every event.
  const REQUIRED = { 3001: ['user'], 3002: ['user', 'service'], 3004: ['entity'] } as const;
  const BASE = ['category_uid', 'class_uid', 'activity_id', 'type_uid', 'time', 'severity_id', 'metadata'];

  it.each([
    ['owner.changed', event({}), 3004, 3],
    ['user.sign-in-failed', SIGN_IN, 3002, 1],
    ['member.deactivated', DEACTIVATED, 3001, 5],
    ['something.odd', event({ action: 'something.odd' }), 3004, 99],
  ] as const)('%s has its class, its activity and what these require', (_what, given, classUid, activity) => {
    const mapped = toOcsf(given);
    expect([mapped['class_uid'], mapped['activity_id'], mapped['type_uid']]).toEqual([classUid, activity, classUid * 100 + activity]);
    for (const name of [...BASE, ...REQUIRED[classUid]]) expect([name, mapped[name] === undefined]).toEqual([name, false]);
    if (activity === 99) expect(mapped['activity_name']).toBe('something.odd');
  });

  it('says who failed to sign in, and that it failed', () => {
    expect(toOcsf(SIGN_IN)).toMatchObject({ status_id: 2, user: { name: 'ana@example.com' }, src_endpoint: { ip: '203.0.113.9' }, time: 1795867200000 });
  });
});

describe('ECS', () => {
  it('has kind, category, type and outcome', () => {
    expect(toEcs(event({}))).toMatchObject({ '@timestamp': '2026-11-28T12:00:00.000Z', event: { kind: 'event', category: ['iam'], type: ['change'], outcome: 'success', action: 'owner.changed' }, user: { id: 'ana', name: 'Ana Ruiz' }, source: { ip: '203.0.113.9' } });
    expect(toEcs(SIGN_IN)).toMatchObject({ event: { category: ['authentication'], type: ['start'], outcome: 'failure' } });
    expect(toEcs(DEACTIVATED)).toMatchObject({ user: { target: { id: 'carla', name: 'Carla Mendes' } } });
  });
});

describe('a row of a table', () => {
  it('has one value in each column', () => {
    expect(toRow(SIGN_IN)).toMatchObject({ place: 7, identifier: 'ana@example.com', ip: '203.0.113.9', userAgent: null, details: { from: 'carla' } });
  });
});
