import { Button, Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useText } from '../hooks/useText';

interface ReadDialogProps {
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** Something to read over the page, left by Close or Escape. Stands only as long as it is open. */
export const ReadDialog = ({ title, onClose, children }: ReadDialogProps) => {
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.close')}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
