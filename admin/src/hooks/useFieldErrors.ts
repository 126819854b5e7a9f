import { useState } from 'react';
import type { Refusal } from './refusal';

type Errors = Readonly<Record<string, string | undefined>>;

/** What is wrong with the fields of a form: what the server said of one, and, once somebody tried to save, what is wrong by itself. */
export const useFieldErrors = <T extends string>(wrong: Readonly<Record<T, string | undefined>>) => {
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Errors>({});
  return {
    of: (field: T): string | undefined => refused[field] ?? (isTried ? wrong[field] : undefined),
    /** Shows what is wrong from now on. Answers whether all is well. */
    check: (): boolean => {
      setTried(true);
      setRefused({});
      return Object.values<string | undefined>(wrong).every((error) => error === undefined);
    },
    /** Shows nothing any more: the form begins anew. */
    reset: (): void => {
      setTried(false);
      setRefused({});
    },
    /** Shows a refusal at the field that it is about, in these words or in the server's. Answers whether there is one. */
    show: ({ path = '', message = '' }: Refusal, words: Errors = {}): boolean => {
      const field = path.replace(/^data\./, '');
      if (!(field in wrong)) return false;
      setRefused({ [field]: words[field] ?? message });
      return true;
    },
  };
};
