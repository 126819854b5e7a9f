import type { Refusal } from '../../hooks/refusal';
import type { TextKey } from '../../hooks/useText';

/** What is wrong with a file: its text, and what it names. */
export interface FileFault {
  readonly key: TextKey;
  readonly values: { readonly line: number; readonly column: string };
}

const OF_LINES = { encoding: 'import.fault.encoding', nul: 'import.fault.nul', quote: 'import.fault.quote' } as const;
const OF_COLUMNS = { missing: 'import.fault.missing', unknown: 'import.fault.unknown', twice: 'import.fault.twice' } as const;

/** What a refusal says of the file; undefined for one that says nothing of it. */
export const faultOf = ({ code, details = {} }: Refusal): FileFault | undefined => {
  const { line, column, fault } = details;
  const values = { line: Number(line ?? 0), column: typeof column === 'string' ? column : '' };
  const key = { ...OF_LINES, ...OF_COLUMNS }[String(fault) as keyof typeof OF_LINES | keyof typeof OF_COLUMNS] as TextKey | undefined;
  if (code === 'FILE_TOO_LARGE') return { key: 'error.FILE_TOO_LARGE', values };
  if (code === 'FILE_UNREADABLE') return { key: key ?? 'error.FILE_UNREADABLE', values };
  if (code === 'FILE_COLUMNS') return { key: key ?? 'error.FILE_COLUMNS', values };
  return undefined;
};
