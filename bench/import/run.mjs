import { startSite } from '../site/start.mjs';
import { interleave } from '../support/interleave.mjs';
import { summarize } from '../support/stats.mjs';
import { uploadEndlessly } from './upload.mjs';

const ROWS = 10_000;
const ONE_BY_ONE = 100;
const UPLOAD = 100 * 1024 * 1024;

/** A file of ten thousand people against as many invitations one after the other; and an upload that is much too large. */
export const measureImport = async ({ prepared: { roster }, runs, profile }) => {
  const site = await startSite('roster', roster.database, { profile });
  const contenders = {
    file: () => site.ask('importPeople', { rows: ROWS }),
    oneByOne: () => site.ask('inviteOneByOne', { count: ONE_BY_ONE }),
  };
  const { file, oneByOne } = await interleave(contenders, { rounds: Math.max(3, Math.min(5, runs)), warmUps: 1 });
  await site.ask('promote', roster.people.large);
  const { large: token } = await site.ask('tokensOf', ['large']);
  await site.ask('startWatch', {});
  const upload = await uploadEndlessly(site.port, { token, bytes: UPLOAD });
  if (upload.status !== 413) throw new Error(`Upload: ${upload.status}`);
  const { moreMb } = await site.ask('endWatch');
  await site.stop();
  const of = (pick) => summarize(file.map(pick));
  return {
    rows: ROWS,
    invited: file[0].invited,
    planSeconds: of(({ planSeconds }) => planSeconds),
    runSeconds: of(({ runSeconds }) => runSeconds),
    seconds: of(({ planSeconds, runSeconds }) => planSeconds + runSeconds),
    oneByOneSeconds: summarize(oneByOne.map((each) => each * ROWS)),
    times: summarize(file.map(({ planSeconds, runSeconds, invited }, round) => (oneByOne[round] * invited) / (planSeconds + runSeconds))),
    mailsPerSecond: of(({ mailsPerSecond }) => mailsPerSecond),
    holdMs: of(({ holdMs }) => holdMs),
    moreMb: of(({ moreMb: more }) => more),
    upload: { ...upload, moreMb },
  };
};
