import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { FreeUser } from '../../../../contracts/http-members';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useAddMember } from './api';
import { UserPicker } from './UserPicker';

interface AddMemberProps {
  readonly roles: readonly MatrixRole[];
  readonly grantable: readonly string[];
}

/** Opens the form for whoever joins. */
export const AddMember = (props: AddMemberProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button startIcon={<Plus />}>{t('members.add')}</Button>
      </Modal.Trigger>
      {isOpen && <AddMemberForm {...props} onDone={() => setOpen(false)} />}
    </Modal.Root>
  );
};

interface Draft {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly panel: FreeUser | undefined;
  readonly api: FreeUser | undefined;
}

const EMAIL = /^\S+@\S+\.\S+$/;

const AddMemberForm = ({ roles, grantable, onDone }: AddMemberProps & { onDone(): void }) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const change = useChange();
  const [add, { isLoading }] = useAddMember();
  const [draft, setDraft] = useState<Draft>({ email: '', name: '', role: '', panel: undefined, api: undefined });
  const [isTried, setTried] = useState(false);

  const missing = {
    name: draft.name.trim() === '' ? t('members.name-missing') : undefined,
    email: EMAIL.test(draft.email.trim()) ? undefined : t('members.email-missing'),
    role: draft.role === '' ? t('members.role-missing') : undefined,
  };
  const errorOf = (field: keyof typeof missing) => (isTried && missing[field] !== undefined ? { error: missing[field] } : {});
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  /** Whoever is there already has a name and an address. */
  const choose = (door: 'panel' | 'api', user: FreeUser | undefined) => set({ [door]: user, name: draft.name || (user?.name ?? ''), email: draft.email || (user?.email ?? '') });

  const save = async () => {
    setTried(true);
    if (Object.values(missing).some((error) => error !== undefined)) return;
    const { email, name, role, panel, api } = draft;
    const users = { ...(panel && { panelUser: panel.documentId }), ...(api && { apiUser: api.documentId }) };
    if (await change(() => add({ email: email.trim(), name: name.trim(), role, ...users }).unwrap(), t('members.added', { name }))) onDone();
  };

  return (
    <Modal.Content>
      <Modal.Header closeLabel={t('common.close')}>
        <Modal.Title>{t('members.add')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex
          tag="form"
          id="roster-add-member"
          noValidate
          direction="column"
          alignItems="stretch"
          gap={5}
          onSubmit={(event: { preventDefault(): void }) => {
            event.preventDefault();
            void save();
          }}
        >
          <UserPicker door="panel" value={draft.panel} onChoose={(user) => choose('panel', user)} />
          <UserPicker door="api" value={draft.api} onChoose={(user) => choose('api', user)} />
          <Field.Root name="name" required {...errorOf('name')}>
            <Field.Label>{t('members.name')}</Field.Label>
            <TextInput value={draft.name} onChange={(event) => set({ name: event.target.value })} />
            <Field.Error />
          </Field.Root>
          <Field.Root name="email" required {...errorOf('email')}>
            <Field.Label>{t('members.email')}</Field.Label>
            <TextInput type="email" value={draft.email} onChange={(event) => set({ email: event.target.value })} />
            <Field.Error />
          </Field.Root>
          <Field.Root name="role" required {...errorOf('role')}>
            <Field.Label>{t('members.role')}</Field.Label>
            <SingleSelect value={draft.role} placeholder={t('members.role-choose')} onChange={(role) => set({ role: String(role) })}>
              {grantable.map((key) => (
                <SingleSelectOption key={key} value={key}>
                  {label(key)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('common.cancel')}</Button>
        </Modal.Close>
        <Button type="submit" form="roster-add-member" loading={isLoading}>
          {t('members.add')}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  );
};
