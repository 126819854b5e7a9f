/** The chunk of a list in which an item lies; chunks are counted from the start, so that neighbours get the same. */
export const chunkAround = <T>(list: readonly T[], item: T, size: number): readonly T[] => {
  const start = Math.floor(Math.max(list.indexOf(item), 0) / size) * size;
  return list.slice(start, start + size);
};
