import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { UnassignedPage } from '../../../../contracts/http-availability';
import type { RuleType } from '../../../../contracts/http-rules';
import { BackLink } from '../../components/BackLink';
import { Pages, usePageInAddress } from '../../components/Pages';
import { Resource } from '../../components/Resource';
import { useUnassigned, type ListName } from '../../features/books/api';
import { UnassignedTable } from '../../features/books/UnassignedTable';
import { rebalanceAddress } from '../../features/rebalance/address';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';

interface UnassignedListProps {
  readonly type: RuleType;
  readonly list: ListName;
}

/** The records behind one of the numbers: to look at, and to give to somebody. */
export const UnassignedList = ({ type, list }: UnassignedListProps) => {
  const t = useText();
  const mayChange = useMay('changeTeam');
  const page = usePageInAddress();
  const query = useUnassigned({ type: type.type, list, ...page }, { refetchOnMountOrArgChange: true });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // What is ticked on one page says nothing on the next.
  const here = chosen.filter((id) => query.data?.data.some(({ record }) => record === id));
  const books = <BackLink to={`?tab=books&type=${encodeURIComponent(type.type)}`}>{t('lists.back')}</BackLink>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <div>
        {books}
        <Typography variant="beta" tag="h2" paddingTop={2}>
          {t(`lists.${list}`)}
        </Typography>
        <Typography textColor="neutral600">{t(`lists.${list}-meaning`)}</Typography>
      </div>
      <Resource query={query} isEmpty={({ data }: UnassignedPage) => data.length === 0} empty={{ content: t('lists.empty'), action: books }}>
        {({ data, meta: { pagination } }) => (
          <>
            {mayChange && (here.length > 0 || list !== 'waiting') && (
              <Flex justifyContent="flex-end">
                <LinkButton tag={Link} variant="secondary" to={rebalanceAddress({ type: type.type, ...(here.length > 0 ? { records: here } : { list: list === 'waiting' ? 'unassigned' : list }) })}>
                  {here.length > 0 ? t('lists.rebalance-chosen', { count: here.length }) : t('lists.rebalance-all')}
                </LinkButton>
              </Flex>
            )}
            <UnassignedTable type={type} list={list} rows={data} choosing={mayChange ? { chosen: here, onChoose: setChosen } : undefined} />
            <Pages pagination={pagination} />
          </>
        )}
      </Resource>
    </Flex>
  );
};
