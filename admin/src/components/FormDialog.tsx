import { Button, Flex, Modal } from '@strapi/design-system';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useText } from '../hooks/useText';

interface FormDialogProps {
  readonly title: string;
  /** What the button says; Save, where nothing else is said. */
  readonly save?: string;
  /** Red, where what is done cannot be undone. */
  readonly variant?: 'default' | 'danger';
  readonly isSaving: boolean;
  readonly isDisabled?: boolean;
  onSave(): Promise<void>;
  onClose(): void;
  readonly children: ReactNode;
}

/** A form over the page: saved by its button or by Enter, left by Cancel or Escape. Stands only as long as it is open. */
export const FormDialog = ({ title, save, variant = 'default', isSaving, isDisabled = false, onSave, onClose, children }: FormDialogProps) => {
  const t = useText();
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDisabled) void onSave();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex tag="form" id={form} noValidate direction="column" alignItems="stretch" gap={5} onSubmit={submit}>
            {children}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
          <Button type="submit" variant={variant} form={form} loading={isSaving} disabled={isDisabled}>
            {save ?? t('common.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
