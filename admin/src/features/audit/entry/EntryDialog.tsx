import { Flex } from '@strapi/design-system';
import type { AuditEntryDetail } from '../../../../../contracts/http-audit';
import { Notice } from '../../../components/Notice';
import { ReadDialog } from '../../../components/ReadDialog';
import { Resource } from '../../../components/Resource';
import { useText } from '../../../hooks/useText';
import { useAuditEntry } from '../api';
import { ChangesTable } from './ChangesTable';
import { changesIn, movesIn, othersIn } from './details';
import { EntryDetails } from './EntryDetails';
import { EntryFacts } from './EntryFacts';
import { EntrySeal } from './EntrySeal';
import { MovesTold } from './MovesTold';

interface EntryDialogProps {
  readonly eventId: string;
  onClose(): void;
}

/** All that the log knows of one entry, and whether it is what was sealed. */
export const EntryDialog = ({ eventId, onClose }: EntryDialogProps) => {
  const t = useText();
  const query = useAuditEntry(eventId, { refetchOnMountOrArgChange: true });
  return (
    <ReadDialog title={t('audit.entry.title')} onClose={onClose}>
      <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
        {({ data }: AuditEntryDetail) => <Entry entry={data} />}
      </Resource>
    </ReadDialog>
  );
};

const Entry = ({ entry }: { readonly entry: AuditEntryDetail['data'] }) => {
  const t = useText();
  const [changes, moves] = [changesIn(entry.details), movesIn(entry.details)];
  const others = othersIn(entry.details);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {!entry.isSound && <Notice kind="danger">{t('audit.entry.unsound')}</Notice>}
      <EntryFacts entry={entry} />
      {others.length > 0 && <EntryDetails details={others} people={entry.people} />}
      {moves && <MovesTold type={entry.target.type} moves={moves} people={entry.people} />}
      {changes && <ChangesTable changes={changes} />}
      <EntrySeal entry={entry} />
    </Flex>
  );
};
