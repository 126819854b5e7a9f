import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { RoleChoice } from '../access/RoleChoice';
import { useRoleLabel } from '../access/useRoleLabel';
import { useRemaining, useRemoveRemaining, useSetRole, type RemainingKind } from './api';
import { givenTo } from './givenTo';
import { RemainingAccess } from './RemainingAccess';

interface RoleDialogProps {
  readonly member: MemberInfo;
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
  /** What was chosen already. */
  readonly chosen?: string;
  onClose(): void;
}

/** The role of a member and until when he has it, and what stays with him besides. */
export const RoleDialog = ({ member, roles, grantable, chosen, onClose }: RoleDialogProps) => {
  const t = useText();
  const change = useChange();
  const label = useRoleLabel(roles);
  const given = givenTo(member);
  const [setRole, { isLoading }] = useSetRole();
  const [remove, { isLoading: isRemoving }] = useRemoveRemaining();
  const { data: remaining } = useRemaining(member.documentId, { refetchOnMountOrArgChange: true });
  const [role, chooseRole] = useState(chosen ?? given?.role ?? '');
  const [endsAt, setEndsAt] = useState(chosen === undefined ? (given?.endsAt ?? null) : null);
  const [removing, setRemoving] = useState<readonly RemainingKind[]>([]);
  const isChanged = role !== given?.role || endsAt !== given.endsAt;
  const errors = useFieldErrors({
    role: role === '' ? t('members.role-missing') : undefined,
    endsAt: isChanged && endsAt !== null && Date.parse(endsAt) <= Date.now() ? t('members.until-over') : undefined,
  });

  const save = async () => {
    if (!errors.check()) return;
    const { documentId, name } = member;
    const done = t('members.role-changed', { name, role: label(role) });
    if (isChanged && !(await change(() => setRole({ member: documentId, role, endsAt }).unwrap(), done, (refusal) => errors.show(refusal, { endsAt: t('members.until-over') })))) return;
    if (removing.length > 0 && !(await change(() => remove({ member: documentId, kinds: removing }).unwrap(), t('members.remains-removed', { name })))) return;
    onClose();
  };

  return (
    <FormDialog title={t('members.role-of', { name: member.name })} isSaving={isLoading || isRemoving} isDisabled={!isChanged && removing.length === 0} onSave={save} onClose={onClose}>
      <RoleChoice roles={roles} grantable={roles.map(({ key }) => key).filter((key) => key === given?.role || grantable.includes(key))} value={role} error={errors.of('role')} onChoose={chooseRole} />
      <MomentField name="endsAt" label={t('members.until')} hint={t('members.until-hint')} value={endsAt} error={errors.of('endsAt')} onChange={setEndsAt} />
      {remaining && <RemainingAccess remaining={remaining} removing={removing} onChange={setRemoving} />}
      {remaining && remaining.owned > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('members.remains-owned', { count: remaining.owned })}
        </Typography>
      )}
    </FormDialog>
  );
};
