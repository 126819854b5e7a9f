import { createAgents } from './people.mjs';
import { PEOPLE, questionsFor } from './questions.mjs';
import { printTable } from './table.mjs';

/** Asks every question as everybody, prints the answers side by side, and answers what was not as it must be. */
export const runTour = async (url, size) => {
  const ask = createAgents(url);
  const rows = [];
  const wrong = [];
  for (const { title, method, path, data, show, expect } of questionsFor(size)) {
    const cells = [];
    for (const { key, label } of PEOPLE) {
      const cell = show(await ask(key, method, path, data)).trim();
      if (cell !== expect[key]) wrong.push(`${title}: ${label} got "${cell}", must get "${expect[key]}"`);
      cells.push(cell);
    }
    rows.push([title, ...cells]);
  }
  printTable([['', ...PEOPLE.map(({ label }) => label)], ...rows]);
  return wrong;
};
