import { fileNameIn } from './file-name';

describe('the name of a file', () => {
  it('is what the answer says, in quotes or without', () => {
    expect(fileNameIn('attachment; filename="audit-log-2026-11-28.csv"')).toBe('audit-log-2026-11-28.csv');
    expect(fileNameIn('attachment; filename=audit-log.jsonl; size=5')).toBe('audit-log.jsonl');
    expect(fileNameIn('attachment; filename="the log.csv"')).toBe('the log.csv');
  });

  it('leads into no folder', () => {
    expect(fileNameIn('attachment; filename="../../.profile"')).toBe('.profile');
    expect(fileNameIn('attachment; filename="C:\\temp\\log.csv"')).toBe('log.csv');
  });

  it('is none where there is none', () => {
    expect([null, 'attachment', 'attachment; filename=""', 'attachment; filename="folder/"'].map(fileNameIn)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
