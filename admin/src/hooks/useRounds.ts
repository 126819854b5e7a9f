import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A combobox keeps its text to itself, also when its value is changed from elsewhere. As its key, the number that
 * is answered makes it begin anew then, and leaves it alone (with the keyboard in it) for values that it chose itself.
 */
export const useRounds = (value: string) => {
  const own = useRef(value);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (own.current === value) return;
    own.current = value;
    setRound((before) => before + 1);
  }, [value]);
  const note = useCallback((chosen: string) => {
    own.current = chosen;
  }, []);
  return { round, note };
};
