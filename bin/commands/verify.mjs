import { writeFile } from 'node:fs/promises';
import { withSite } from './site.mjs';

export const options = { anchor: { type: 'string', multiple: true, default: [] }, json: { type: 'string' } };

const places = ({ place, upTo }) => (place === null ? 'without a place' : upTo === null || upTo === place ? `at ${place}` : `from ${place} to ${upTo}`);

const line = (fault) => `  ${fault.kind.padEnd(11)} ${places(fault)}${fault.eventId ? `, entry ${fault.eventId}` : ''}${fault.detail ? `: ${fault.detail}` : ''}`;

const tell = ({ isSound, entries, waiting, forgotten, checkpoints, anchors, size, faults, faultCount }) => {
  console.log(`\n${entries} entries, of which ${size} have a place and ${waiting} wait for one; ${checkpoints} checkpoints, ${anchors} anchors.`);
  if (forgotten > 0) console.log(`${forgotten} entries have no personal part any more.`);
  if (anchors === 0) console.log('No anchor was given: an end that was cut off together with its checkpoints would not be seen.');
  if (isSound) return console.log('\nThe log is whole.\n');
  console.log(`\nThe log is NOT whole. ${faultCount} ${faultCount === 1 ? 'thing is' : 'things are'} wrong${faultCount > faults.length ? `; the first ${faults.length}` : ''}:\n`);
  return console.log(`${faults.map(line).join('\n')}\n`);
};

export const run = async ({ anchor, json }) => {
  const report = await withSite((strapi) => strapi.plugin('roster').service('audit').verify({ anchorFiles: anchor }));
  if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  tell(report);
  process.exit(report.isSound ? 0 : 1);
};
