import { Flex } from '@strapi/design-system';
import { PanelPage } from '../../components/PanelPage';
import { useAuditPage } from '../../features/audit/api';
import { AuditEntries } from '../../features/audit/AuditEntries';
import { AuditExport } from '../../features/audit/AuditExport';
import { EntryDialog } from '../../features/audit/entry/EntryDialog';
import { AuditFilters } from '../../features/audit/filters/AuditFilters';
import { FilterActions } from '../../features/audit/filters/FilterActions';
import { peopleIn } from '../../features/audit/peopleIn';
import { LogState } from '../../features/audit/state/LogState';
import { useAuditView } from '../../features/audit/useAuditView';
import { useText } from '../../hooks/useText';

/** What happened, who did it, to what. */
export const AuditPage = () => {
  const t = useText();
  return (
    <PanelPage page="audit" title={t('audit.title')} subtitle={t('audit.subtitle')} primaryAction={<AuditExport />}>
      <Audit />
    </PanelPage>
  );
};

const Audit = () => {
  const view = useAuditView();
  const { filters, place, entry, narrow, replace, closeEntry } = view;
  const query = useAuditPage({ filters, place }, { refetchOnMountOrArgChange: true });
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <LogState />
      <AuditFilters filters={filters} people={peopleIn(query.data?.data ?? [])} onChange={narrow}>
        <FilterActions filters={filters} onReplace={replace} />
      </AuditFilters>
      <AuditEntries query={query} view={view} />
      {entry !== undefined && <EntryDialog key={entry} eventId={entry} onClose={closeEntry} />}
    </Flex>
  );
};
