import { writeFile } from 'node:fs/promises';
import { stop, withSite } from './site.mjs';

export const options = { out: { type: 'string' } };

export const run = async ({ out }, [eventId]) => {
  if (!eventId) return stop('Which entry? Give its id, as the audit page shows it: roster prove EVENT_ID');
  const { proof, publicKey } = await withSite(async (strapi) => {
    const audit = strapi.plugin('roster').service('audit');
    return { proof: await audit.prove(eventId), publicKey: audit.publicKey() };
  }).catch((error) => stop(error.message));
  const file = out ?? `proof-${eventId}.json`;
  await writeFile(file, `${JSON.stringify(proof, null, 2)}\n`);
  console.log(`\nWritten to ${file}. Whoever has the public key of the log checks it without Strapi:\n`);
  console.log(`  node check-proof.mjs ${file} --public-key '${publicKey}'\n`);
  return process.exit(0);
};
