const MOST_MS = 10_000;
const STEP_MS = 20;

/** Waits for what comes about by itself, as work that is done behind an answer. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + MOST_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
};
