import { Button } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useText } from '../../hooks/useText';
import { InviteDialog } from './InviteDialog';

interface InviteMemberProps {
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
}

/** Opens the form for whoever is asked to join. */
export const InviteMember = (props: InviteMemberProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<Mail />} onClick={() => setOpen(true)}>
        {t('invitations.invite')}
      </Button>
      {isOpen && <InviteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
