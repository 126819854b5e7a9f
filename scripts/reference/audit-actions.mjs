import { load } from '../lib/typescript.mjs';
import { code, page, table } from './markdown.mjs';

const SOURCE = 'contracts/audit-actions.ts';

export const auditActions = () => {
  const { AUDIT_ACTIONS } = load(SOURCE);
  const rows = Object.entries(AUDIT_ACTIONS).map(([name, { severity, description }]) => [code(name), severity, description]);
  return page(
    'Audit actions',
    [SOURCE],
    'What an entry of the audit log can say. It is written in the transaction of the change that it tells of: both are there, or neither.',
    table([['action', 'severity', 'meaning'], ...rows]),
  );
};
