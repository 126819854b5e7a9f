import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { FreeUser } from '../../../../contracts/http-members';
import { FormDialog } from '../../components/FormDialog';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { RoleChoice } from '../access/RoleChoice';
import { useAddMember } from './api';
import { looksLikeEmail } from './looksLikeEmail';
import { UserPicker } from './UserPicker';

interface AddMemberDialogProps {
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
  onClose(): void;
}

interface Draft {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly panel: FreeUser | undefined;
  readonly api: FreeUser | undefined;
}

/** Whoever joins, with the users of the host that are theirs. */
export const AddMemberDialog = ({ roles, grantable, onClose }: AddMemberDialogProps) => {
  const t = useText();
  const change = useChange();
  const [add, { isLoading }] = useAddMember();
  const [draft, setDraft] = useState<Draft>({ email: '', name: '', role: '', panel: undefined, api: undefined });
  const [name, email] = [draft.name.trim(), draft.email.trim()];
  const errors = useFieldErrors({
    name: name === '' ? t('members.name-missing') : undefined,
    email: looksLikeEmail(email) ? undefined : t('members.email-missing'),
    role: draft.role === '' ? t('members.role-missing') : undefined,
  });
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  /** Whoever is there already has a name and an address. */
  const choose = (door: 'panel' | 'api', user: FreeUser | undefined) => set({ [door]: user, name: draft.name || (user?.name ?? ''), email: draft.email || (user?.email ?? '') });

  const save = async () => {
    if (!errors.check()) return;
    const { role, panel, api } = draft;
    const users = { ...(panel && { panelUser: panel.documentId }), ...(api && { apiUser: api.documentId }) };
    if (await change(() => add({ email, name, role, ...users }).unwrap(), t('members.added', { name }))) onClose();
  };

  return (
    <FormDialog title={t('members.add')} save={t('members.add')} isSaving={isLoading} onSave={save} onClose={onClose}>
      <UserPicker door="panel" value={draft.panel} onChoose={(user) => choose('panel', user)} />
      <UserPicker door="api" value={draft.api} onChoose={(user) => choose('api', user)} />
      <TextField name="name" label={t('members.name')} required value={draft.name} error={errors.of('name')} onChange={(text) => set({ name: text })} />
      <TextField name="email" type="email" label={t('members.email')} required value={draft.email} error={errors.of('email')} onChange={(text) => set({ email: text })} />
      <RoleChoice roles={roles} grantable={grantable} value={draft.role} error={errors.of('role')} onChoose={(role) => set({ role })} />
    </FormDialog>
  );
};
