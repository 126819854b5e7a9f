import fs from 'node:fs';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface WithAxe {
  axe: { run(within: string, options: object): Promise<AxeResults> };
}

/** What breaks WCAG 2.2 AA on the page as it stands, or in a part of it: a line for each place. */
export const violationsOf = async (page: Page, within = 'html'): Promise<string[]> => {
  // The panel's content security policy lets no script tag in.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    async (part) => (window as unknown as WithAxe).axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
    within,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
};
