import type { Actor } from '../../../kernel/actor';
import { createRequestTally, keyOf, subjectOf } from './tally';

const LOSS = { type: 'api::customer.customer', feature: 'customer_360', action: 'view', code: 'NOT_FOUND' } as const;
const PUBLIC: Actor = { kind: 'nobody', reason: 'public' };

describe('the losses of one request', () => {
  it('count once, however many of its queries lose something', () => {
    const tally = createRequestTally();
    expect(tally.add('a', LOSS)).toEqual({ isFirst: true, records: 0 });
    expect(tally.add('a', LOSS).isFirst).toBe(false);
    expect(tally.add('b', LOSS).isFirst).toBe(true);
  });

  it('hold a record once, however often it would have been missing', () => {
    const tally = createRequestTally();
    expect(tally.add('a', { ...LOSS, records: ['x', 'y'] }).records).toBe(2);
    expect(tally.add('a', { ...LOSS, records: ['y', 'z'] }).records).toBe(3);
  });

  it('take the records of a list and the smaller total of its count for the same', () => {
    const tally = createRequestTally();
    tally.add('a', { ...LOSS, records: ['x', 'y'] });
    expect(tally.add('a', { ...LOSS, fewer: 14 }).records).toBe(14);
    expect(tally.add('a', { ...LOSS, fewer: 3 }).records).toBe(14);
  });
});

describe('what is counted together', () => {
  it('is one person’s loss of one kind on one route', () => {
    const key = (actor: Actor, route: string, loss: Parameters<typeof subjectOf>[1] = LOSS) => keyOf(subjectOf(actor, loss, route));
    expect(key(PUBLIC, 'GET /api/customers')).toBe(key(PUBLIC, 'GET /api/customers'));
    const others = [key(PUBLIC, 'GET /api/notes'), key(PUBLIC, 'GET /api/customers', { ...LOSS, action: 'update' }), key({ kind: 'nobody', reason: 'non-member', who: { door: 'apiUser', documentId: 'u1' } }, 'GET /api/customers')];
    expect(new Set([key(PUBLIC, 'GET /api/customers'), ...others]).size).toBe(4);
  });

  it('says who it was: a member, a user of the host, a token, or nobody', () => {
    const who = (actor: Actor) => {
      const { role, personKind, person } = subjectOf(actor, LOSS, 'GET /x');
      return [role, personKind, person];
    };
    expect(who(PUBLIC)).toEqual(['public', '', '']);
    expect(who({ kind: 'nobody', reason: 'non-member', who: { door: 'panelUser', documentId: 'u1' } })).toEqual(['non-member', 'panelUser', 'u1']);
    const reach = { roles: [{ key: 'csm' }, { key: 'viewer' }] } as never;
    expect(who({ kind: 'member', member: { documentId: 'm1', name: 'M', email: 'm@x.test' }, reach, holds: new Set(), territories: [], restriction: 'none', asOf: new Date(0) })).toEqual(['csm viewer', 'member', 'm1']);
    expect(who({ kind: 'role', token: { documentId: 't1', name: 'T' }, reach })).toEqual(['csm viewer', 'token', 't1']);
  });
});
