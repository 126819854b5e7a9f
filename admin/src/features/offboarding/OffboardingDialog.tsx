import { Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Offboarding } from '../../../../contracts/http-offboarding';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { useOffboarding } from './api';

interface OffboardingDialogProps {
  readonly member: string;
  readonly title: string;
  /** The buttons on the right. */
  readonly actions: ReactNode;
  onClose(): void;
  children(leaving: Offboarding): ReactNode;
}

/** A question about a member, with what is his before one's eyes. */
export const OffboardingDialog = ({ member, title, actions, onClose, children }: OffboardingDialogProps) => {
  const t = useText();
  const query = useOffboarding(member, { refetchOnMountOrArgChange: true });
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
            {children}
          </Resource>
        </Modal.Body>
        <Modal.Footer>{actions}</Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
