import type { AuditReport } from '../../../../../contracts/audit-report';
import type { Strapi } from '../../../host/strapi';
import type { AuditActor, AuditFact } from '../../../kernel/record';
import { createBackgroundCheck } from './background';
import type { VerifyOptions } from './verify';

const ANA: AuditActor = { kind: 'member', member: 'ana' };
const SOUND = { isSound: true, entries: 7, anchors: 1, faults: [] } as unknown as AuditReport;

describe('a check in the background', () => {
  const run = (verify: (options: VerifyOptions) => Promise<AuditReport>, record: (fact: AuditFact) => Promise<void> = () => Promise.resolve()) => {
    const [told, logged]: [AuditFact[], string[]] = [[], []];
    const strapi = { log: { error: (text: string) => logged.push(text) }, db: { transaction: (work: () => unknown) => work() } } as unknown as Strapi;
    const check = createBackgroundCheck(strapi, verify, async (...facts) => {
      for (const fact of facts) await record(fact);
      told.push(...facts);
    });
    check.start(ANA);
    return { check, told, logged };
  };

  it('tells what it has found', async () => {
    const { check, told } = run(() => Promise.resolve(SOUND));
    await check.finished();
    expect(told).toMatchObject([{ action: 'log.checked', actor: ANA, details: { isSound: true, entries: 7, anchors: 1, faults: {} } }]);
  });

  it('tells that it broke off, and why', async () => {
    const { check, told, logged } = run(() => Promise.reject(new Error('the disk is gone')));
    await check.finished();
    expect(told).toMatchObject([{ action: 'log.check-failed', actor: ANA, details: { reason: 'the disk is gone' } }]);
    expect(logged).toEqual([expect.stringContaining('the disk is gone')]);
    expect(check.progress()).toBeUndefined();
  });

  it('says so in the log of the site where the audit log can take nothing', async () => {
    const { check, told, logged } = run(() => Promise.resolve(SOUND), () => Promise.reject(new Error('read only')));
    await check.finished();
    expect(told).toEqual([]);
    expect(logged).toHaveLength(2);
  });

  it('that the end of the site has ended has not failed', async () => {
    let go: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (go = resolve));
    const { check, told, logged } = run(async ({ onProgress }) => {
      await ready;
      onProgress?.(1, 2);
      return SOUND;
    });
    const stopped = check.stop();
    go();
    await stopped;
    expect([told, logged]).toEqual([[], []]);
  });
});
