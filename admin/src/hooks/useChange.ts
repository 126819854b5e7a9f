import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import en from '../translations/en.json';
import { refusalOf, type Refusal } from './refusal';
import { useText, type TextKey } from './useText';

const isText = (key: string): key is TextKey => key in en;

/**
 * Carries out a change and says how it went: the outcome in a word, or why not. Answers whether it did.
 * `onRefused` is told of a refusal first: it answers true where it has shown it in a better place, or a text
 * that says what it is about, where that is one of many things.
 */
export const useChange = () => {
  const t = useText();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (run: () => Promise<unknown>, done: string | undefined, onRefused?: (refusal: Refusal) => boolean | string | undefined): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        const refusal = refusalOf(error);
        const about = onRefused?.(refusal);
        if (about === true) return false;
        const key = `error.${refusal.code ?? ''}`;
        const why = t(isText(key) ? key : 'error.other');
        toggleNotification({ type: 'danger', message: typeof about === 'string' ? t('error.about', { what: about, why }) : why });
        return false;
      }
      if (done !== undefined) toggleNotification({ type: 'success', message: done });
      return true;
    },
    [t, toggleNotification],
  );
};
