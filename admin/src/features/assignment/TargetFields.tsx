import { Flex, Radio } from '@strapi/design-system';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { useText } from '../../hooks/useText';
import { OwnerPicker } from '../books/OwnerPicker';
import { OwnersPicker } from '../books/OwnersPicker';
import { useOwners } from '../books/useOwners';
import { RotationFields } from './RotationFields';
import { RECIPIENTS, type Recipient } from './rule-draft';
import type { RuleForm } from './useRuleForm';

interface TargetFieldsProps {
  readonly form: RuleForm;
  readonly type: RuleType;
  /** The rule as it was, whose people may not be among those who may own now. */
  readonly known: RuleInfo | undefined;
}

/** Who gets the records: a member, a rotation, and who helps. */
export const TargetFields = ({ form, type, known }: TargetFieldsProps) => {
  const t = useText();
  const { draft, set, errors } = form;
  const { owners } = useOwners(type.type, known ? [...(known.target.member ? [known.target.member] : []), ...known.target.coOwners] : []);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Radio.Group aria-label={t('rules.section.then')} value={draft.recipient} onValueChange={(recipient: string) => set({ recipient: recipient as Recipient })}>
        {RECIPIENTS.map((recipient) => (
          <Radio.Item key={recipient} value={recipient}>
            {t(`rules.recipient.${recipient}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {draft.recipient === 'member' && (
        <OwnerPicker name="rule-member" label={t('rules.member')} owners={owners} value={draft.member} error={errors.fields.member} onChoose={(member) => set({ member })} />
      )}
      {draft.recipient === 'rotation' && <RotationFields form={form} type={type} owners={owners} />}
      <OwnersPicker name="rule-co-owners" label={t('rules.co-owners')} hint={t('rules.co-owners-hint')} owners={owners} value={draft.coOwners} error={errors.fields.coOwners} onChange={(coOwners) => set({ coOwners })} />
    </Flex>
  );
};
