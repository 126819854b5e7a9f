import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import en from '../translations/en.json';
import { useText, type TextKey } from './useText';

const codeOf = (error: unknown): string | undefined => (error as { details?: { code?: string } } | undefined)?.details?.code;

const isText = (key: string): key is TextKey => key in en;

/** What a refusal is about, where that is one of many things. */
type About = (error: unknown) => string | undefined;

/** Carries out a change and says how it went: the outcome in a word, or why not. Answers whether it did. */
export const useChange = () => {
  const t = useText();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (run: () => Promise<unknown>, done: string, aboutWhat: About = () => undefined): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        const key = `error.${codeOf(error) ?? ''}`;
        const why = t(isText(key) ? key : 'error.other');
        const what = aboutWhat(error);
        toggleNotification({ type: 'danger', message: what === undefined ? why : t('error.about', { what, why }) });
        return false;
      }
      toggleNotification({ type: 'success', message: done });
      return true;
    },
    [t, toggleNotification],
  );
};
