import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import en from '../translations/en.json';
import { refusalOf, type Refusal } from './refusal';
import { useText, type TextKey } from './useText';

const isText = (key: string): key is TextKey => key in en;

/** Says a refusal in the panel's language. */
export const useRefusalText = () => {
  const t = useText();
  return useCallback(
    ({ code = '' }: Refusal): string => {
      const key = `error.${code}`;
      return t(isText(key) ? key : 'error.other');
    },
    [t],
  );
};

/**
 * Carries out a change and says how it went: the outcome in a word, or why not. Answers whether it did.
 * `onRefused` is told of a refusal first, and answers whether it has shown it in a better place.
 */
export const useChange = () => {
  const why = useRefusalText();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (run: () => Promise<unknown>, done: string | undefined, onRefused?: (refusal: Refusal) => boolean): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        const refusal = refusalOf(error);
        if (onRefused?.(refusal)) return false;
        toggleNotification({ type: 'danger', message: why(refusal) });
        return false;
      }
      if (done !== undefined) toggleNotification({ type: 'success', message: done });
      return true;
    },
    [why, toggleNotification],
  );
};
