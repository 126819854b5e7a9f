import type { Grantee } from '../../../kernel/actor';
import { createTally } from './tally';
import { cellOf, dayOf, firstKept, useKey, type Use } from './use';

const use = (more: Partial<Use> = {}): Use => ({ personKind: 'member', person: 'm1', feature: 'customer_360', action: 'view', day: '2026-11-28', ...more });

describe('what is counted together', () => {
  it('is what one person did with one feature on one day', () => {
    const others = [use({ personKind: 'token' }), use({ person: 'm2' }), use({ feature: 'renewals' }), use({ action: 'update' }), use({ day: '2026-11-29' })];
    expect(new Set([use(), use(), ...others].map(useKey)).size).toBe(6);
  });

  it('belongs to the member, also where a token acts for him, or to the token that acts for nobody', () => {
    const member = { documentId: 'm1', name: 'M', email: 'm@roster.test' };
    const token = { documentId: 't1', name: 'T' };
    const of = (grantee: object) => cellOf(grantee as Grantee, 'customer_360', 'view');
    expect(of({ kind: 'member', member })).toEqual({ personKind: 'member', person: 'm1', feature: 'customer_360', action: 'view' });
    expect(of({ kind: 'member', member, token })).toEqual(of({ kind: 'member', member }));
    expect(of({ kind: 'role', token })).toMatchObject({ personKind: 'token', person: 't1' });
  });
});

describe('a day', () => {
  it('is that of UTC, wherever the site runs', () => {
    expect([dayOf(new Date('2026-11-28T23:30:00-05:00')), dayOf(new Date('2026-11-28T00:30:00+02:00'))]).toEqual(['2026-11-29', '2026-11-27']);
  });

  it('is kept for as long as it is said', () => {
    expect([firstKept(new Date('2026-11-28T12:00:00Z'), 1), firstKept(new Date('2026-03-01T00:00:00Z'), 400)]).toEqual(['2026-11-27', '2025-01-25']);
  });
});

describe('a tally', () => {
  it('adds up, and starts over once it is taken', () => {
    const tally = createTally(10);
    tally.add(use(), 1);
    tally.add(use(), 2);
    tally.add(use({ action: 'update' }), 1);
    expect(tally.take()).toEqual([{ ...use({ action: 'update' }), count: 1 }, { ...use(), count: 3 }]);
    expect(tally.take()).toEqual([]);
  });

  it('hands over in the order of its keys, so that two nodes come to the same rows in the same order', () => {
    const tally = createTally(10);
    for (const person of ['m3', 'm1', 'm2']) tally.add(use({ person }), 1);
    expect(tally.take().map(({ person }) => person)).toEqual(['m1', 'm2', 'm3']);
  });

  it('has no room for more than it was made for, save for what it knows', () => {
    const tally = createTally(2);
    expect([tally.add(use({ person: 'm1' }), 1), tally.add(use({ person: 'm2' }), 1), tally.add(use({ person: 'm3' }), 1), tally.add(use({ person: 'm1' }), 1)]).toEqual([true, true, false, true]);
    expect(tally.take().map(({ person, count }) => [person, count])).toEqual([['m1', 2], ['m2', 1]]);
  });
});
