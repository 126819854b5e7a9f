import { ReadDialog } from '../../components/ReadDialog';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { FRESH, useHistory, type RecordRef } from './api';
import { HistoryList } from './HistoryList';

/** Who owned a record when, and why: newest first. */
export const HistoryDialog = ({ record, onClose }: { readonly record: RecordRef; onClose(): void }) => {
  const t = useText();
  const query = useHistory(record, FRESH);
  return (
    <ReadDialog title={t('history.title')} onClose={onClose}>
      <Resource query={query} isEmpty={(changes) => changes.length === 0} empty={{ content: t('history.empty') }}>
        {(changes) => <HistoryList type={record.type} changes={changes} />}
      </Resource>
    </ReadDialog>
  );
};
