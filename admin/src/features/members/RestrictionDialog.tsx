import { Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { MemberInfo, Restriction } from '../../../../contracts/http-members';
import { FormDialog } from '../../components/FormDialog';
import { Remark } from '../../components/Remark';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRestrict } from './api';
import { OpeningUp } from './OpeningUp';

interface RestrictionDialogProps {
  readonly member: MemberInfo;
  onClose(): void;
}

// The contract's own list brings a validator that the panel has no use for.
const RESTRICTIONS: readonly Restriction[] = ['none', 'territories', 'shared'];

/** How far `all` reaches for a member. */
export const RestrictionDialog = ({ member: { documentId, name, territories, ...member }, onClose }: RestrictionDialogProps) => {
  const t = useText();
  const change = useChange();
  const [restrict, { isLoading }] = useRestrict();
  const [restriction, setRestriction] = useState(member.restriction);

  const save = async () => {
    if (await change(() => restrict({ member: documentId, restriction }).unwrap(), t('members.restriction-changed', { name }))) onClose();
  };

  return (
    <FormDialog title={t('members.restriction-of', { name })} isSaving={isLoading} isDisabled={restriction === member.restriction} onSave={save} onClose={onClose}>
      <Typography id="roster-restriction" textColor="neutral600">
        {t('members.restriction-hint')}
      </Typography>
      <Radio.Group aria-labelledby="roster-restriction" value={restriction} onValueChange={(value: string) => setRestriction(value as Restriction)}>
        {RESTRICTIONS.map((one) => (
          <Radio.Item key={one} value={one}>
            {t(`members.restriction.${one}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {restriction !== member.restriction && <OpeningUp member={documentId} restriction={restriction} />}
      {restriction === 'territories' && territories.length === 0 && <Remark kind="warning">{t('members.restriction.no-territory', { name })}</Remark>}
    </FormDialog>
  );
};
