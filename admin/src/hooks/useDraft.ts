import { useEffect, useState } from 'react';

/** What is being typed, before it is a value. It follows the value when that comes from elsewhere: a link, a button, Back. */
export const useDraft = (value: string) => {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return [draft, setDraft] as const;
};
