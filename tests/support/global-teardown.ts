import { stopPostgres } from './cluster';
import { sweepMysql, waitForDisk } from './databases/mysql';
import { chosenDbs } from './databases/names';

export default async function globalTeardown(): Promise<void> {
  await stopPostgres();
  if (chosenDbs().includes('mysql')) await sweepMysql().then(() => waitForDisk(true));
}
