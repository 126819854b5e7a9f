import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RuleInfo } from '../../../../contracts/http-rules';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useOrderRules } from './api';
import { moved } from './order';

/**
 * Puts a rule elsewhere in the order. Its row keeps the keyboard, and where it stands now is there to be
 * said aloud.
 */
export const useReorder = (type: string, rules: readonly RuleInfo[], table: RefObject<HTMLElement>) => {
  const t = useText();
  const change = useChange();
  const [order, { isLoading }] = useOrderRules();
  const [said, setSaid] = useState('');
  const focused = useRef<{ readonly rule: string; readonly move: string | undefined }>();
  const shown = rules.map(({ documentId }) => documentId).join(' ');

  // A row that is put elsewhere in the document loses the keyboard.
  useEffect(() => {
    const { rule, move } = focused.current ?? {};
    focused.current = undefined;
    if (rule === undefined || move === undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-rule="${rule}"] [data-move="${move}"]`)?.focus();
  }, [shown, table]);

  const reorder = async (from: number, to: number) => {
    const rule = rules[from];
    if (isLoading || !rule || from === to) return;
    focused.current = { rule: rule.documentId, move: (document.activeElement as HTMLElement | null)?.dataset['move'] };
    const wanted = moved(rules, from, to).map(({ documentId }) => documentId);
    const isDone = await change(() => order({ type, rules: wanted }).unwrap(), undefined);
    if (isDone) setSaid(t('rules.moved', { name: rule.name, position: to + 1, count: rules.length }));
  };

  return { reorder, said };
};
