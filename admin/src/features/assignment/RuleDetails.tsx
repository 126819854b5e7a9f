import { Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import { MomentField } from '../../components/MomentField';
import { useText } from '../../hooks/useText';
import type { RuleForm } from './useRuleForm';

/** Whether the rule is on, from when until when, and whether it goes past a choice by hand. */
export const RuleDetails = ({ form: { draft, set, errors } }: { readonly form: RuleForm }) => {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Checkbox checked={draft.isActive} onCheckedChange={(checked) => set({ isActive: checked === true })}>
        {t('rules.is-active')}
      </Checkbox>
      <div>
        <Checkbox checked={draft.override} onCheckedChange={(checked) => set({ override: checked === true })}>
          {t('rules.override')}
        </Checkbox>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('rules.override-hint')}
        </Typography>
      </div>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} alignItems="flex-start">
          <MomentField name="rule-starts" label={t('rules.starts')} value={draft.startsAt} error={errors.fields.startsAt} onChange={(startsAt) => set({ startsAt })} />
        </Grid.Item>
        <Grid.Item col={6} s={12} alignItems="flex-start">
          <MomentField name="rule-ends" label={t('rules.ends')} hint={t('rules.ends-hint')} value={draft.endsAt} error={errors.fields.endsAt} onChange={(endsAt) => set({ endsAt })} />
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
};
