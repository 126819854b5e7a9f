import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useRef } from 'react';
import type { AuditPage as Entries } from '../../../../contracts/http-audit';
import { PanelPage } from '../../components/PanelPage';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useAuditPage } from '../../features/audit/api';
import { AuditPager, type AuditPlace } from '../../features/audit/AuditPager';
import { AuditRange } from '../../features/audit/AuditRange';
import { AuditTable } from '../../features/audit/AuditTable';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

/** What happened, who did it, to what. */
export const AuditPage = () => {
  const t = useText();
  return (
    <PanelPage page="audit" title={t('audit.title')} subtitle={t('audit.subtitle')}>
      <Audit />
    </PanelPage>
  );
};

const placeIn = (search: URLSearchParams): AuditPlace => {
  const [before, after] = [search.get('before'), search.get('after')];
  if (before !== null) return { before };
  return after === null ? {} : { after };
};

const Audit = () => {
  const t = useText();
  const top = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useSearchState();
  const place = placeIn(search);
  const query = useAuditPage(place, { refetchOnMountOrArgChange: true });
  const go = (to: AuditPlace) => {
    setSearch({ before: undefined, after: undefined, ...to });
    top.current?.scrollIntoView({ block: 'end' });
  };
  // Beyond either end of the log there is nothing, and no neighbour to go back to.
  const atStart = Object.keys(place).length === 0;
  const empty = atStart
    ? { content: t('audit.empty') }
    : { content: t('audit.empty-page'), action: <TextLink to="?">{t('audit.newest')}</TextLink> };
  return (
    <Resource query={query} isEmpty={({ data }: Entries) => data.length === 0} empty={empty}>
      {({ data, meta: { pagination } }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex ref={top} justifyContent="space-between" gap={4}>
            <AuditRange entries={data} />
            <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={query.isFetching} onClick={() => void query.refetch()}>
              {t('audit.refresh')}
            </Button>
          </Flex>
          <AuditTable entries={data} />
          <AuditPager {...pagination} onGo={go} />
        </Flex>
      )}
    </Resource>
  );
};
