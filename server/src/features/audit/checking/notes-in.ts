import { LOGGED } from '../sealing/anchors';

const NOTES = /[^\n]+\n\d{1,15}\n[A-Za-z0-9+/]{43}=\n(?:time [^\n]+\n)?\n— [^\n]+ [A-Za-z0-9+/=]+\n?/g;

/** Checkpoints out of a line of a log: written as JSON, behind the words by which they are found. */
const loggedIn = (line: string): string[] => {
  const found = /"(?:[^"\\]|\\.)*"/.exec(line.slice(line.indexOf(LOGGED) + LOGGED.length));
  return found ? [JSON.parse(found[0]) as string] : [];
};

/** All checkpoints in a text: an anchor file, or lines of the site's log. */
export const notesIn = (text: string): string[] => [
  ...(text.match(NOTES) ?? []),
  ...text.split('\n').flatMap((line) => (line.includes(LOGGED) ? loggedIn(line) : [])),
];
