import type { Refusal } from '../../hooks/refusal';

/** What the record is called that kept all of them from changing. Some refusals name it, others its place in the request. */
export const recordAtFault = ({ record, path = '' }: Pick<Refusal, 'record' | 'path'>, records: readonly string[], nameOf: (index: number) => string): string | undefined => {
  const place = /^data\.records\[(\d+)\]$/.exec(path)?.[1];
  const index = record === undefined ? Number(place ?? -1) : records.indexOf(record);
  return index >= 0 && index < records.length ? nameOf(index) : undefined;
};
