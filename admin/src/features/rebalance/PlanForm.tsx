import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';
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
    <Box tag="section" aria-labelledby="roster-plan" background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <div>
          <Typography id="roster-plan" variant="delta" tag="h2">
            {t('plan.title')}
          </Typography>
          <Typography textColor="neutral600">{t('plan.intro')}</Typography>
        </div>
        {refused !== undefined && <Notice kind="danger">{refused}</Notice>}
        <WhatFields type={type} draft={draft} set={set} errorOf={errorOf} />
        <HowFields type={type} draft={draft} set={set} errorOf={errorOf} />
        <Field.Root name="note" hint={t('plan.note-hint')}>
          <Field.Label>{t('plan.note')}</Field.Label>
          <Textarea value={draft.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
          <Field.Hint />
        </Field.Root>
        <Flex justifyContent="flex-end">
          <Button loading={isLoading} onClick={() => void submit()}>
            {t('plan.preview')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
