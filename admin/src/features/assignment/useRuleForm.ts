import { useState } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';
import type { Refusal } from '../../hooks/refusal';
import { useText } from '../../hooks/useText';
import { errorAtPath, toErrors, type PartErrors } from './conditions/errors';
import { problemsIn } from './conditions/problems';
import { fieldErrorAt, gapErrors, type FieldErrors } from './field-errors';
import { gapsIn, writeRule, type RuleDraft } from './rule-draft';

interface Errors {
  readonly parts: PartErrors;
  readonly fields: FieldErrors;
  /** What has no place among the inputs. */
  readonly other: string | undefined;
}

const NONE: Errors = { parts: new Map(), fields: {}, other: undefined };

/** A server's message begins with the path that the form shows by its place. */
const withoutPath = (message: string, path: string): string => (message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message);

/** The rule that is being written, and what is wrong with it: found here before it is sent, or by the server after. */
export const useRuleForm = (initial: RuleDraft, type: RuleType) => {
  const t = useText();
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<Errors>(NONE);

  const set = (values: Partial<RuleDraft>) => setDraft({ ...draft, ...values });

  /** Whether it can be sent. What is missing is shown from now on. */
  const check = (): boolean => {
    const problems = problemsIn(draft.when, type.fields);
    const gaps = gapsIn(draft);
    setErrors({ parts: toErrors(problems, t), fields: gapErrors(gaps, t), other: undefined });
    return problems.size === 0 && gaps.size === 0;
  };

  /** Shows a refusal where it belongs. One that names no input is left to others. */
  const refuse = ({ path, message }: Refusal): boolean => {
    if (path === undefined || message === undefined) return false;
    const { places } = writeRule(draft, type.type);
    const text = withoutPath(message, path);
    const parts = errorAtPath(path, text, places);
    const fields = fieldErrorAt(path, text, draft);
    const isPlaced = parts.size > 0 || Object.keys(fields).length > 0;
    setErrors({ parts, fields, other: isPlaced ? undefined : message });
    return true;
  };

  return { draft, set, errors, check, refuse, clear: () => setErrors(NONE) };
};

export type RuleForm = ReturnType<typeof useRuleForm>;
