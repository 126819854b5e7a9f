import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { BooksInfo } from '../../../../contracts/http-availability';
import type { RuleType } from '../../../../contracts/http-rules';
import { Resource } from '../../components/Resource';
import { OwningType } from '../../features/assignment/OwningType';
import { useBooks, type ListName } from '../../features/books/api';
import { BooksChart } from '../../features/books/BooksChart';
import { BooksTable } from '../../features/books/BooksTable';
import { ListCards } from '../../features/books/ListCards';
import { rebalanceAddress } from '../../features/rebalance/address';
import { useMay } from '../../hooks/useMay';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';
import { UnassignedList } from './UnassignedList';

const LISTS: readonly ListName[] = ['unassigned', 'limbo', 'waiting'];

/** Who has how many records, and which are nobody's. */
export const BooksTab = () => <OwningType>{(type, choice) => <BooksOrList key={type.type} type={type} choice={choice} />}</OwningType>;

interface BooksProps {
  readonly type: RuleType;
  readonly choice: ReactNode;
}

const BooksOrList = (props: BooksProps) => {
  const [search] = useSearchState();
  const list = LISTS.find((name) => name === search.get('list'));
  return list ? <UnassignedList key={list} type={props.type} list={list} /> : <Books {...props} />;
};

const Books = ({ type, choice }: BooksProps) => {
  const t = useText();
  const mayChange = useMay('changeTeam');
  const query = useBooks(type.type, { refetchOnMountOrArgChange: true });
  const address = `?tab=books&type=${encodeURIComponent(type.type)}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {choice}
      <Resource query={query} isEmpty={({ data, meta }: BooksInfo) => data.length === 0 && meta.total === 0} empty={{ content: t('books.empty') }}>
        {({ data, meta }) => (
          <>
            <ListCards counts={meta} linkTo={(list) => `${address}&list=${list}`} />
            {data.length > 0 && <BooksChart books={data} valueField={type.value} />}
            {data.length > 0 && <BooksTable type={type} books={data} mayChange={mayChange} rebalanceAt={(owner) => rebalanceAddress({ type: type.type, owner })} />}
          </>
        )}
      </Resource>
    </Flex>
  );
};
