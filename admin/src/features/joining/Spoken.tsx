import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { loadTranslations } from '../../translations';

/** Speaks a language of its own: whoever is not in the panel yet has not chosen its language. */
export const Spoken = ({ language, children }: { readonly language: string; readonly children: ReactNode }) => {
  const [texts, setTexts] = useState<{ readonly locale: string; readonly data: Record<string, string> }>();
  useEffect(() => {
    let isWanted = true;
    void loadTranslations(language).then((loaded) => isWanted && setTexts(loaded));
    document.documentElement.lang = language;
    return () => {
      isWanted = false;
    };
  }, [language]);
  if (!texts) return null;
  return (
    <IntlProvider locale={texts.locale} messages={texts.data} onError={() => undefined}>
      {children}
    </IntlProvider>
  );
};
