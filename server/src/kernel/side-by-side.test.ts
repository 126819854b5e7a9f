import { sideBySide } from './side-by-side';

const pause = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));

it('begins all of them in their order, before the first is done', async () => {
  const told: string[] = [];
  const work = (name: string, ms: number) => async () => {
    told.push(`${name} begins`);
    await pause(ms);
    told.push(`${name} ends`);
  };
  await sideBySide([work('first', 30), work('second', 5)]);
  expect(told).toEqual(['first begins', 'second begins', 'second ends', 'first ends']);
});

it('waits for the rest where one fails, and throws the first failure', async () => {
  let isDone = false;
  const late = async () => {
    await pause(20);
    isDone = true;
  };
  await expect(sideBySide([() => Promise.reject(new Error('first')), late, () => Promise.reject(new Error('second'))])).rejects.toThrow('first');
  expect(isDone).toBe(true);
});
