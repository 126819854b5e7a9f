/** What must be undone before the process ends, last first: servers, folders, children. */
const undo = [];

export const onCleanup = (work) => void undo.push(work);

export const cleanUp = async () => {
  for (let work = undo.pop(); work; work = undo.pop()) {
    await Promise.resolve(work()).catch((error) => console.error(`Clean-up: ${error.message}`));
  }
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void cleanUp().finally(() => process.exit(130));
  });
}
