import { writeFile } from 'node:fs/promises';
import { withSite } from './site.mjs';

export const options = { anchor: { type: 'string', multiple: true, default: [] }, json: { type: 'string' } };

/** A log that could not be checked is not one that was found wanting: whoever is woken by it has to know which. */
export const failed = 2;

const places = ({ place, upTo }) => (place === null ? 'without a place' : upTo === null || upTo === place ? `at ${place}` : `from ${place} to ${upTo}`);

const line = (fault) => `  ${fault.kind.padEnd(11)} ${places(fault)}${fault.eventId ? `, entry ${fault.eventId}` : ''}${fault.detail ? `: ${fault.detail}` : ''}`;

const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

const tell = ({ isSound, entries, waiting, forgotten, checkpoints, anchors, faults, faultCount }) => {
  const signed = `${many(checkpoints, 'checkpoint')}, ${many(anchors, 'anchor')}`;
  console.log(`\n${many(entries, 'entry', 'entries')}, of which ${entries - waiting} have a place and ${waiting} wait for one; ${signed}.`);
  if (forgotten > 0) console.log(`Of ${many(forgotten, 'entry', 'entries')} the personal part was forgotten.`);
  if (anchors === 0) console.log('No anchor was given: an end that was cut off together with its checkpoints would not be seen.');
  if (isSound) return console.log('\nThe log is whole.\n');
  console.log(`\nThe log is NOT whole. ${many(faultCount, 'thing is', 'things are')} wrong${faultCount > faults.length ? `; the first ${faults.length}` : ''}:\n`);
  return console.log(`${faults.map(line).join('\n')}\n`);
};

export const run = async ({ anchor, json }) => {
  const report = await withSite((strapi) => strapi.plugin('roster').service('audit').verify({ anchorFiles: anchor }));
  tell(report);
  if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  process.exit(report.isSound ? 0 : 1);
};
