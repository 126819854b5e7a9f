import { Flex, Radio, Typography } from '@strapi/design-system';
import type { RuleType } from '../../../../contracts/http-rules';
import { useText } from '../../hooks/useText';
import { useBooks } from '../books/api';
import { OwnerPicker } from '../books/OwnerPicker';
import { RecordsPicker } from '../content/RecordsPicker';
import { WHATS, type PlanDraft, type PlanGap, type What } from './plan-draft';

export interface PlanFieldsProps {
  readonly type: RuleType;
  readonly draft: PlanDraft;
  set(values: Partial<PlanDraft>): void;
  /** The first of these that is not right yet, in words. */
  errorOf(...possible: readonly PlanGap[]): string | undefined;
}

/** Which records: a member's book, some that are chosen one by one, or those that nobody looks after. */
export const WhatFields = ({ type, draft, set, errorOf }: PlanFieldsProps) => {
  const t = useText();
  const { data } = useBooks(type.type);
  // Whoever is in the address may own nothing by now.
  const holders = (data?.data ?? []).filter(({ owned, member }) => owned > 0 || member.documentId === draft.owner).map(({ member }) => member);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography id="roster-plan-what" variant="omega" fontWeight="bold">
        {t('plan.what')}
      </Typography>
      <Radio.Group aria-labelledby="roster-plan-what" value={draft.what} onValueChange={(what: string) => set({ what: what as What })}>
        {WHATS.map((what) => (
          <Radio.Item key={what} value={what}>
            {t(`plan.what.${what}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {draft.what === 'owner' && (
        <OwnerPicker key={data ? 'named' : 'unnamed'} name="plan-owner" label={t('plan.owner')} owners={holders} value={draft.owner} error={errorOf('owner')} onChoose={(owner) => set({ owner })} />
      )}
      {draft.what === 'records' && <RecordsPicker name="plan-records" label={t('plan.records')} type={type.type} value={draft.records} error={errorOf('records')} onChange={(records) => set({ records })} />}
    </Flex>
  );
};
