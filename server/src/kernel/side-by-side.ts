import { breathe } from './breathe';

/**
 * Begins one thing after the other and waits for all: while a database works on the first statement, the next is made.
 * In a transaction they still run one by one, in this order, on its one connection. Where one fails, the rest is waited
 * for as well, and the first failure is thrown: nothing goes on behind the back of a transaction that is rolled back.
 */
export const sideBySide = async (works: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const begun: Promise<unknown>[] = [];
  for (const work of works) {
    const running = work();
    // Whoever fails while the others are begun is asked about it below.
    running.catch(() => undefined);
    begun.push(running);
    await breathe();
  }
  const failed = (await Promise.allSettled(begun)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};
