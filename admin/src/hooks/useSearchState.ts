import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

type Change = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a page shows stands in its address: a reload, a bookmark and the Back button keep it. */
export const useSearchState = () => {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: Change) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(values)) {
          after.delete(key);
          for (const one of value === undefined ? [] : [value].flat()) after.append(key, one);
        }
        return after;
      }),
    [setParams],
  );
  return [params, change] as const;
};
