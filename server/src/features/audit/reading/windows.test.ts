import { nextWindow } from './windows';

const span = (firstId: number, lastId: number, action = 'a.a') => ({ firstId, lastId, action });

describe('where a search looks', () => {
  it('is a stretch without a gap, newest first', () => {
    expect(nextWindow([span(90, 100), span(80, 95, 'b.b'), span(50, 60, 'c.c')], true, true)).toEqual({ firstId: 80, lastId: 100, actions: ['a.a', 'b.b'] });
  });

  it('is a stretch without a gap, oldest first', () => {
    expect(nextWindow([span(1, 10), span(5, 30, 'b.b'), span(31, 40, 'c.c')], false, true)).toEqual({ firstId: 1, lastId: 30, actions: ['a.a', 'b.b'] });
  });

  it('says nothing of the actions in it while more spans may reach into it', () => {
    expect(nextWindow([span(90, 100), span(80, 95)], true, false)).toEqual({ firstId: 80, lastId: 100, actions: undefined });
    expect(nextWindow([span(90, 100), span(1, 2)], true, false)?.actions).toEqual(['a.a']);
  });

  it('is nowhere where nothing is', () => {
    expect(nextWindow([], true, true)).toBeUndefined();
  });
});
