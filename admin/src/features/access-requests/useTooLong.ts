import { LONGEST_WORD } from '../../../../contracts/http-access-requests';
import { useText } from '../../hooks/useText';

/** What to say of a text that is longer than a request or an answer may have it. */
export const useTooLong = (): ((text: string) => string | undefined) => {
  const t = useText();
  return (text) => {
    const { length: count } = text.trim();
    return count > LONGEST_WORD ? t('requests.too-long', { most: LONGEST_WORD, count }) : undefined;
  };
};
