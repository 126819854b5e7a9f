import { writeFile } from 'node:fs/promises';
import { stop, withSite } from './site.mjs';

export const options = { out: { type: 'string' } };
export const takes = 'EVENT_ID';

export const run = async ({ out }, [eventId]) => {
  if (!eventId) stop('Which entry? Give its id, as the audit page shows it: roster prove EVENT_ID');
  const { proof, publicKey } = await withSite(async (strapi) => {
    const audit = strapi.plugin('roster').service('audit');
    // An entry of the last second gets its place first.
    await audit.seal();
    return { proof: await audit.prove(eventId), publicKey: audit.publicKey() };
  });
  const file = out ?? `proof-${eventId}.json`;
  await writeFile(file, `${JSON.stringify(proof, null, 2)}\n`);
  console.log(`\nWritten to ${file}. Whoever has the public key of the log checks it without Strapi:\n`);
  console.log(`  node check-proof.mjs ${file} --public-key '${publicKey}'\n`);
  return process.exit(0);
};
