import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { BookInfo } from '../../../../contracts/http-availability';
import type { RuleType } from '../../../../contracts/http-rules';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { Remark } from '../../components/Remark';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { AvailabilityDialog } from './AvailabilityDialog';

interface BooksTableProps {
  readonly type: RuleType;
  readonly books: readonly BookInfo[];
  readonly mayChange: boolean;
  /** Where a member's book is given to others. */
  rebalanceAt(member: string): string;
}

/** A book for each member: how much it holds, what it is worth, and how much more it takes. */
export const BooksTable = ({ type, books, mayChange, rebalanceAt }: BooksTableProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const [changing, setChanging] = useState<BookInfo>();
  const columns = ['member', 'owned', 'co-owned', ...(type.value === null ? [] : (['value'] as const)), 'capacity', 'weight', 'away', ...(mayChange ? (['actions'] as const) : [])] as const;
  const head = columns.map((column) => (
    <th key={column} scope="col">
      {t(`books.column.${column}`, { field: type.value })}
    </th>
  ));
  return (
    <>
      <DataTable caption={t('books.caption', { type: type.displayName })} head={head}>
        <tbody>
          {books.map((book) => (
            <tr key={book.member.documentId}>
              <th scope="row">
                <Flex direction="column" alignItems="flex-start" gap={1}>
                  <PersonName person={book.member} />
                  {!book.mayOwn && <Remark kind="danger">{t('books.may-not-own')}</Remark>}
                </Flex>
              </th>
              <td>{formatNumber(book.owned)}</td>
              <td>{formatNumber(book.coOwned)}</td>
              {type.value !== null && <td>{formatNumber(book.value ?? 0)}</td>}
              <td>
                <Capacity book={book} />
              </td>
              <td>{formatNumber(book.weight)}</td>
              <td>
                <Away book={book} />
              </td>
              {mayChange && (
                <td>
                  <Flex gap={4}>
                    <Button variant="tertiary" size="S" aria-label={t('books.availability-of', { name: book.member.name })} onClick={() => setChanging(book)}>
                      {t('books.availability')}
                    </Button>
                    {book.owned > 0 && (
                      <TextLink to={rebalanceAt(book.member.documentId)} label={t('books.rebalance-of', { name: book.member.name })}>
                        {t('books.rebalance')}
                      </TextLink>
                    )}
                  </Flex>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {changing && <AvailabilityDialog book={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
};

const Capacity = ({ book: { capacity, owned } }: { readonly book: BookInfo }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  if (capacity === null) return <Typography textColor="neutral600">{t('books.no-limit')}</Typography>;
  return (
    <Flex gap={2}>
      <Typography>{formatNumber(capacity)}</Typography>
      {owned >= capacity && <Remark kind="warning">{t('books.full')}</Remark>}
    </Flex>
  );
};

/** Away now, or from some day on. What has passed is not said. */
const Away = ({ book: { awayFrom, awayUntil, isAway } }: { readonly book: BookInfo }) => {
  const t = useText();
  const { formatDate } = useIntl();
  const time = (moment: string) => formatDate(moment, { dateStyle: 'medium', timeStyle: 'short' });
  if (isAway) return <Remark kind="warning">{awayUntil === null ? t('books.away') : t('books.away-until', { time: time(awayUntil) })}</Remark>;
  if (awayFrom !== null && new Date(awayFrom).getTime() > Date.now()) return <Typography>{t('books.away-from', { time: time(awayFrom) })}</Typography>;
  return <Typography textColor="neutral600">{t('common.no')}</Typography>;
};
