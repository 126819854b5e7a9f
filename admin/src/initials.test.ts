import { initialsOf } from './initials';

describe('initials', () => {
  it.each([
    ['Ana Ruiz', 'AR'],
    ['ana', 'A'],
    ['Ana María de la Ruiz', 'AR'],
    ['“Ana” (Ruiz)', 'AR'],
    ['李 小龙', '李小'],
    ['𝒜na', '𝒜'],
    ['maria@x.test', 'M'],
    [' - ', ''],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
