import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useText } from '../../hooks/useText';
import { AddMemberDialog } from './AddMemberDialog';

interface AddMemberProps {
  readonly roles: readonly MatrixRole[];
  readonly grantable: readonly string[];
}

/** Opens the form for whoever joins. */
export const AddMember = (props: AddMemberProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" startIcon={<Plus />} onClick={() => setOpen(true)}>
        {t('members.add')}
      </Button>
      {isOpen && <AddMemberDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
