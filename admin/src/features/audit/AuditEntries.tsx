import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useRef, type ReactNode } from 'react';
import type { AuditPage } from '../../../../contracts/http-audit';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { useRefreshAudit } from './api';
import { AuditPager, type AuditPlace } from './AuditPager';
import { AuditRange } from './AuditRange';
import { AuditTable } from './AuditTable';
import { DaysChart } from './days/DaysChart';
import { isFiltered, searchOf } from './filters/filters';
import type { AuditView } from './useAuditView';

interface AuditEntriesProps {
  readonly query: {
    readonly data?: AuditPage | undefined;
    readonly isError: boolean;
    readonly isFetching: boolean;
    refetch(): unknown;
  };
  readonly view: AuditView;
}

/** A page of the log, how many entries its days have, and the way to the other pages. */
export const AuditEntries = ({ query, view }: AuditEntriesProps) => {
  const t = useText();
  const top = useRef<HTMLDivElement>(null);
  const [refresh] = useRefreshAudit();
  const empty = useEmpty(view);
  const go = (to: AuditPlace) => {
    view.go(to);
    top.current?.scrollIntoView({ block: 'end' });
  };
  return (
    <Resource query={query} isEmpty={({ data }: AuditPage) => data.length === 0} empty={empty}>
      {({ data, meta: { pagination } }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <DaysChart view={view} />
          <Flex ref={top} justifyContent="space-between" gap={4}>
            <AuditRange entries={data} />
            <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={query.isFetching} onClick={() => void refresh()}>
              {t('audit.refresh')}
            </Button>
          </Flex>
          <AuditTable entries={data} linkTo={view.linkTo} />
          <AuditPager {...pagination} onGo={go} />
        </Flex>
      )}
    </Resource>
  );
};

/** Why there is nothing: nothing has happened, nothing is like that, or the page is beyond an end of the log, where no neighbour leads back. */
const useEmpty = ({ filters, place, replace }: AuditView): { readonly content: string; readonly action?: ReactNode } => {
  const t = useText();
  if (Object.keys(place).length > 0) return { content: t('audit.empty-page'), action: <TextLink to={`?${searchOf(filters)}`}>{t('audit.newest')}</TextLink> };
  if (!isFiltered(filters)) return { content: t('audit.empty') };
  const clear = (
    <Button variant="secondary" onClick={() => replace({})}>
      {t('audit.filter.clear')}
    </Button>
  );
  return { content: t('audit.filter.nothing'), action: clear };
};
