import { Button, Modal } from '@strapi/design-system';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { FRESH, useHistory, type RecordRef } from './api';
import { HistoryList } from './HistoryList';

/** Who owned a record when, and why: newest first. */
export const HistoryDialog = ({ record, onClose }: { readonly record: RecordRef; onClose(): void }) => {
  const t = useText();
  const query = useHistory(record, FRESH);
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('history.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Resource query={query} isEmpty={(changes) => changes.length === 0} empty={{ content: t('history.empty') }}>
            {(changes) => <HistoryList type={record.type} changes={changes} />}
          </Resource>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.close')}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
