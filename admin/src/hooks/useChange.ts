import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import en from '../translations/en.json';
import { refusalOf, type Refusal } from './refusal';
import { useText, type TextKey } from './useText';

const isText = (key: string): key is TextKey => key in en;

/**
 * Carries out a change and says how it went: the outcome in a word, or why not. Answers whether it did.
 * `onRefused` is told of a refusal first, and answers whether it has shown it in a better place.
 */
export const useChange = () => {
  const t = useText();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (run: () => Promise<unknown>, done: string | undefined, onRefused?: (refusal: Refusal) => boolean): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        const refusal = refusalOf(error);
        if (onRefused?.(refusal)) return false;
        const key = `error.${refusal.code ?? ''}`;
        toggleNotification({ type: 'danger', message: t(isText(key) ? key : 'error.other') });
        return false;
      }
      if (done !== undefined) toggleNotification({ type: 'success', message: done });
      return true;
    },
    [t, toggleNotification],
  );
};
