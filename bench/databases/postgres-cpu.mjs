import fs from 'node:fs';

/** Linux counts in ticks of 10 ms here. */
const TICK = 0.01;

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** Seconds on the CPU of a living process, to the nanosecond. */
const ofProcess = (pid) => Number(read(`/proc/${pid}/schedstat`).split(' ')[0]) / 1e9;

/** Seconds of the children that have ended: connections that were closed, parallel workers. */
const ofEnded = (pid) => {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * TICK;
};

/** CPU seconds that a PostgreSQL server has used, or NaN where the system does not tell. */
export const cpuOfPostgres = (postmaster) => {
  if (process.platform !== 'linux') return NaN;
  const children = read(`/proc/${postmaster}/task/${postmaster}/children`).trim().split(' ').filter(Boolean);
  return children.reduce((sum, pid) => sum + ofProcess(pid), ofEnded(postmaster));
};
