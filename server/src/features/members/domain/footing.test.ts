import { footingOf } from './footing';

const admin = (hasDoor: boolean, isLasting: boolean) => ({ hasDoor, isLasting });

describe('how well a team is administrated', () => {
  it.each([
    ['nobody', [], 0],
    ['in name only', [admin(false, true)], 1],
    ['who can get in until his role ends', [admin(false, true), admin(true, false)], 2],
    ['who stays and can get in', [admin(true, false), admin(true, true)], 3],
  ] as const)('%s', (_, admins, footing) => {
    expect(footingOf(admins)).toBe(footing);
  });
});
