import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import en from '../translations/en.json';
import { useText, type TextKey } from './useText';

const codeOf = (error: unknown): string | undefined => (error as { details?: { code?: string } } | undefined)?.details?.code;

const isText = (key: string): key is TextKey => key in en;

/** Carries out a change and says how it went: the outcome in a word, or why not. Answers whether it did. */
export const useChange = () => {
  const t = useText();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (run: () => Promise<unknown>, done: string): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        const key = `error.${codeOf(error) ?? ''}`;
        toggleNotification({ type: 'danger', message: t(isText(key) ? key : 'error.other') });
        return false;
      }
      toggleNotification({ type: 'success', message: done });
      return true;
    },
    [t, toggleNotification],
  );
};
