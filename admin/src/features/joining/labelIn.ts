/** A role's label in a language, or in English, or its key. */
export const labelIn = ({ key, label }: { readonly key: string; readonly label: Readonly<Record<string, string>> }, language: string): string => label[language] ?? label['en'] ?? key;
