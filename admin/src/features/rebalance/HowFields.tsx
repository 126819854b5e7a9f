import { Flex, Radio, Typography } from '@strapi/design-system';
import { useText } from '../../hooks/useText';
import { OwnerPicker } from '../books/OwnerPicker';
import { OwnersPicker } from '../books/OwnersPicker';
import { useOwners } from '../books/useOwners';
import { HOWS, type How } from './plan-draft';
import type { PlanFieldsProps } from './WhatFields';

/** To whom: by the rules, all to one, or evenly to several. */
export const HowFields = ({ type, draft, set, errorOf }: PlanFieldsProps) => {
  const t = useText();
  const { owners } = useOwners(type.type);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography id="roster-plan-how" variant="omega" fontWeight="bold">
        {t('plan.how')}
      </Typography>
      <Radio.Group aria-labelledby="roster-plan-how" value={draft.how} onValueChange={(how: string) => set({ how: how as How })}>
        {HOWS.map((how) => (
          <Radio.Item key={how} value={how}>
            {t(`plan.how.${how}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {draft.how === 'member' && <OwnerPicker name="plan-member" label={t('plan.member')} owners={owners} value={draft.member} error={errorOf('member', 'self')} onChoose={(member) => set({ member })} />}
      {draft.how === 'members' && <OwnersPicker name="plan-members" label={t('plan.members')} owners={owners} value={draft.members} error={errorOf('members')} onChange={(members) => set({ members })} />}
    </Flex>
  );
};
