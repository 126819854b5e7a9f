import { Box, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ApiTokenInfo } from '../../../../contracts/http-api-tokens';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Choice } from '../../components/Choice';
import { FormDialog } from '../../components/FormDialog';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { MemberPicker } from '../members/MemberPicker';
import { useBindToken, type BindTo } from './api';

interface BindTokenDialogProps {
  readonly token: ApiTokenInfo;
  readonly roles: readonly MatrixRole[];
  onClose(): void;
}

type Who = 'nobody' | 'member' | 'role';

const whoIn = ({ binding }: ApiTokenInfo): Who => {
  if (binding === null) return 'nobody';
  return binding.role === null ? 'member' : 'role';
};

/** For whom a token of the content API acts. One of the panel acts for its owner, or not at all. */
export const BindTokenDialog = ({ token, roles, onClose }: BindTokenDialogProps) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const change = useChange();
  const [bind, { isLoading }] = useBindToken();
  const [who, setWho] = useState<Who>(whoIn(token));
  const [role, setRole] = useState(token.binding?.role ?? '');
  const [member, setMember] = useState(token.binding?.member?.documentId ?? token.owner?.documentId ?? '');
  const ofPanel = token.kind === 'admin';
  const choices: readonly Who[] = ofPanel ? (['nobody', 'member'] as const) : (['nobody', 'member', 'role'] as const);
  const isComplete = who === 'nobody' || (who === 'member' ? member !== '' : role !== '');

  const save = async () => {
    const to: BindTo = who === 'nobody' ? null : who === 'member' ? { member } : { role };
    if (await change(() => bind({ token: token.documentId, to }).unwrap(), t('tokens.changed', { name: token.name }))) onClose();
  };

  return (
    <FormDialog title={t('tokens.change-of', { name: token.name })} isSaving={isLoading} isDisabled={!isComplete} onSave={save} onClose={onClose}>
      <Typography id="roster-acts-for" textColor="neutral600">
        {t(ofPanel ? 'tokens.hint-admin' : 'tokens.hint')}
      </Typography>
      <Radio.Group aria-labelledby="roster-acts-for" value={who} onValueChange={(value: string) => setWho(value as Who)}>
        {choices.map((choice) => (
          <Radio.Item key={choice} value={choice}>
            {ofPanel && choice === 'member' ? t('tokens.choose-owner', { name: token.owner?.name ?? '' }) : t(`tokens.choose-${choice}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {/* There from the start: a combobox that comes to an open dialog takes the keyboard's Tab out of it. */}
      <Box display={who === 'member' && !ofPanel ? 'block' : 'none'}>
        <MemberPicker label={t('tokens.member')} placeholder={t('tokens.member-choose')} status="active" value={member} known={token.binding?.member ? [token.binding.member] : []} onChoose={setMember} />
      </Box>
      {who === 'role' && (
        <Choice name="role" label={t('members.role')} value={role} placeholder={t('members.role-choose')} options={roles.map(({ key }) => ({ value: key, label: label(key) }))} onChoose={setRole} />
      )}
    </FormDialog>
  );
};
