import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useAskRemaining, useSetRole } from './api';
import { givenTo } from './givenTo';
import { LosesBookDialog } from './LosesBookDialog';
import { RoleDialog } from './RoleDialog';

interface RoleSelectProps {
  readonly member: MemberInfo;
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
}

/** The role that was given by hand, whichever way: a choice for whoever may give it, a word for all others. */
export const RoleSelect = ({ member, roles, grantable }: RoleSelectProps) => {
  const t = useText();
  const { formatList } = useIntl();
  const label = useRoleLabel(roles);
  const change = useChange();
  const [setRole, { isLoading }] = useSetRole();
  const [asked, setAsked] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [askRemaining] = useAskRemaining();
  const given = givenTo(member)?.role;

  if (!member.isEditable || member.status === 'invited' || given === undefined) {
    return <Typography>{member.roles.length === 0 ? t('members.no-role') : formatList(member.roles.map(label), { type: 'conjunction' })}</Typography>;
  }
  const choices = roles.filter(({ key }) => key === given || grantable.includes(key));
  const mayOwn = (role: string) => roles.find(({ key }) => key === role)?.mayOwn ?? false;
  const give = (role: string) =>
    change(() => setRole({ member: member.documentId, role }).unwrap(), t('members.role-changed', { name: member.name, role: label(role) })).then((isDone) => {
      setAsked(undefined);
      return isDone;
    });
  /** Something stays that the new role has no use for: then the form shows it. */
  const leavesSomething = async (role: string): Promise<boolean> => {
    const { data } = await askRemaining(member.documentId);
    return data !== undefined && (data.shares > 0 || data.grants.length > 0 || (data.coOwned > 0 && !mayOwn(role)));
  };
  /** Whoever may own no more leaves his book behind: that is worth a question. */
  const choose = async (role: string) => {
    if (mayOwn(given) && !mayOwn(role) && member.book > 0) setAsked(role);
    else if (await leavesSomething(role)) setOpened(role);
    else await give(role);
  };
  return (
    <>
      <SingleSelect size="S" aria-label={t('members.role-of', { name: member.name })} value={given} disabled={isLoading || choices.length < 2} onChange={(role) => void choose(String(role))}>
        {choices.map(({ key }) => (
          <SingleSelectOption key={key} value={key}>
            {label(key)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {asked !== undefined && (
        <LosesBookDialog
          member={member}
          title={t('members.role-title', { name: member.name, role: label(asked) })}
          body={t('members.role-body', { role: label(asked), count: member.book })}
          onConfirm={() => give(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {opened !== undefined && <RoleDialog member={member} roles={roles} grantable={grantable} chosen={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};
