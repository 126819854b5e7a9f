import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';
import { FormSection } from '../../components/FormSection';
import { Notice } from '../../components/Notice';
import { useText } from '../../hooks/useText';
import { HowFields } from './HowFields';
import { gapsInPlan, writePlan, type PlanDraft, type PlanGap } from './plan-draft';
import { usePlanning } from './usePlanning';
import { WhatFields } from './WhatFields';

interface PlanFormProps {
  readonly type: RuleType;
  readonly initial: PlanDraft;
}

/** What to give to whom. It is planned first: nothing moves before the plan has been looked at. */
export const PlanForm = ({ type, initial }: PlanFormProps) => {
  const t = useText();
  const { plan, isLoading } = usePlanning();
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<string>();
  const gaps = gapsInPlan(draft);
  const set = (values: Partial<PlanDraft>) => setDraft({ ...draft, ...values });
  const errorOf = (...possible: readonly PlanGap[]) => {
    const gap = possible.find((one) => isTried && gaps.has(one));
    return gap && t(`plan.missing.${gap}`);
  };

  const submit = async () => {
    setTried(true);
    setRefused(undefined);
    if (gaps.size > 0) return;
    await plan(writePlan(draft, type.type), ({ path, message }) => {
      if (path !== undefined) setRefused(message);
      return path !== undefined;
    });
  };

  return (
    <FormSection title={t('plan.title')} intro={t('plan.intro')} submit={{ label: t('plan.preview'), isLoading, onSubmit: submit }}>
      {refused !== undefined && <Notice kind="danger">{refused}</Notice>}
      <WhatFields type={type} draft={draft} set={set} errorOf={errorOf} />
      <HowFields type={type} draft={draft} set={set} errorOf={errorOf} />
      <Field.Root name="note" hint={t('plan.note-hint')}>
        <Field.Label>{t('plan.note')}</Field.Label>
        <Textarea value={draft.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
        <Field.Hint />
      </Field.Root>
    </FormSection>
  );
};
