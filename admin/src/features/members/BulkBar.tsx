import { Button, Dialog, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { ChangedMember } from '../../../../contracts/http-remaining';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useChangeMembers, type MembersChange } from './api';
import { BulkOutcome } from './BulkOutcome';

interface BulkBarProps {
  /** Those that are ticked. */
  readonly members: readonly MemberInfo[];
  readonly roles: readonly MatrixRole[];
  readonly grantable: readonly string[];
  /** Unticks these. */
  onDone(): void;
}

/** Whoever ticks rows at the end of the list sees what can be done with them. */
const IN_SIGHT = { position: 'sticky', insetBlockStart: '6.4rem', zIndex: 3 } as const;

/** The same change for all members that are ticked, after a question; who was refused is listed, with the reason. */
export const BulkBar = ({ members, roles, grantable, onDone }: BulkBarProps) => {
  const t = useText();
  const change = useChange();
  const label = useRoleLabel(roles);
  const [asked, setAsked] = useState<MembersChange>();
  /** With the members as they were when it was asked for: the list is another one afterwards. */
  const [outcome, setOutcome] = useState<{ readonly changed: readonly ChangedMember[]; readonly members: readonly MemberInfo[] }>();
  const [changeAll] = useChangeMembers();
  const count = members.length;
  const titleOf = (wanted: MembersChange): string => ('status' in wanted ? t('members.bulk-deactivate-title', { count }) : t('members.bulk-role-title', { count, role: label(wanted.role) }));

  const carryOut = async (wanted: MembersChange) => {
    let changed: readonly ChangedMember[] = [];
    const run = async () => {
      changed = await changeAll({ members: members.map(({ documentId }) => documentId), change: wanted }).unwrap();
    };
    if (!(await change(run, undefined))) return;
    setAsked(undefined);
    setOutcome({ changed, members });
  };
  const close = () => {
    setOutcome(undefined);
    onDone();
  };

  if (outcome) return <BulkOutcome outcome={outcome.changed} members={outcome.members} onClose={close} />;
  if (count === 0) return null;
  return (
    <Flex tag="section" aria-label={t('members.bulk')} gap={3} wrap="wrap" padding={3} hasRadius background="neutral100" borderColor="neutral200" style={IN_SIGHT}>
      <Typography>{t('members.bulk-chosen', { count })}</Typography>
      <SingleSelect size="S" aria-label={t('members.bulk-role')} placeholder={t('members.bulk-role')} value="" onChange={(role) => setAsked({ role: String(role) })}>
        {grantable.map((role) => (
          <SingleSelectOption key={role} value={role}>
            {label(role)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Button size="S" variant="danger-light" onClick={() => setAsked({ status: 'deactivated' })}>
        {t('members.bulk-deactivate')}
      </Button>
      <Button size="S" variant="tertiary" onClick={onDone}>
        {t('members.bulk-clear')}
      </Button>
      {asked && (
        <Dialog.Root open onOpenChange={(isOpen) => !isOpen && setAsked(undefined)}>
          <ConfirmDialog title={titleOf(asked)} variant={'status' in asked ? 'danger-light' : 'secondary'} onConfirm={() => carryOut(asked)}>
            {t('members.bulk-body')}
          </ConfirmDialog>
        </Dialog.Root>
      )}
    </Flex>
  );
};
