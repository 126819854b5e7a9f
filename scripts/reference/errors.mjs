import { load } from '../lib/typescript.mjs';
import { code, page, table } from './markdown.mjs';

const SOURCE = 'contracts/errors.ts';

export const errors = () => {
  const { ERRORS } = load(SOURCE);
  const rows = Object.entries(ERRORS).map(([name, { status, meaning }]) => [code(name), status, meaning]);
  return page(
    'Errors',
    [SOURCE],
    'Codes are in `error.details.code` of an answer and never change their meaning. What to do about them: [answers and errors](../guides/answers-and-errors.md).',
    table([['code', 'status', 'meaning'], ...rows]),
  );
};
