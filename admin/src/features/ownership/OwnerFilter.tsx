import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useQueryParams, withEncodedUserParams } from '@strapi/strapi/admin';
import type { OwnerFilter as Filter } from '../../../../contracts/owner-filter';
import { usePersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';
import { useHolders } from './api';
import { useRememberedFilter } from './useRememberedFilter';

interface OwnerFilterProps {
  readonly type: string;
  /** One's own documentId. */
  readonly me: string | undefined;
}

/** The address of a list: ours, and what the host has there and wants encoded anew. */
interface ListQuery {
  roster?: Filter | undefined;
  page?: string;
  filters?: unknown;
  _q?: unknown;
}

const ANY = 'any';
const BOOK = 'book:';

const valueOf = ({ owner, book }: Filter): string => owner ?? (book === undefined || book === 'mine' ? ANY : `${BOOK}${book}`);

/** Narrows the list to what somebody owns, or to one's own book. It stands in the address, beside the host's filters. */
export const OwnerFilter = ({ type, me }: OwnerFilterProps) => {
  const t = useText();
  const nameOf = usePersonName();
  const [{ query }, setQuery] = useQueryParams<ListQuery>();
  const { data: holders = [], isLoading } = useHolders(type);
  const filter = query.roster ?? {};
  const { owner, book } = filter;
  const isMine = book === 'mine';
  const filterBy = (roster: Filter | undefined) => setQuery(withEncodedUserParams<ListQuery, ListQuery>(query, { roster, page: '1' }), 'push', true);
  useRememberedFilter({ type, filter: query.roster, filterBy });
  const choose = (value: string) => {
    if (value === ANY) filterBy(undefined);
    else filterBy(value.startsWith(BOOK) ? { book: value.slice(BOOK.length) } : { owner: value });
  };
  const calledIn = (documentId: string): string =>
    isLoading ? t('state.loading') : nameOf(holders.find((person) => person.documentId === documentId) ?? { documentId, name: null, status: null });
  // An address may name whoever it likes.
  const isKnown = owner === undefined || owner === 'nobody' || holders.some(({ documentId }) => documentId === owner);

  return (
    <>
      {(isMine || holders.some(({ documentId }) => documentId === me)) && (
        <Button variant={isMine ? 'secondary' : 'tertiary'} size="S" aria-pressed={isMine} onClick={() => filterBy(isMine ? undefined : { book: 'mine' })}>
          {t('list.my-book')}
        </Button>
      )}
      <Box minWidth="18rem">
        <SingleSelect size="S" aria-label={t('list.filter-owner')} value={valueOf(filter)} onChange={(value) => choose(String(value))}>
          <SingleSelectOption value={ANY}>{t('list.any-owner')}</SingleSelectOption>
          <SingleSelectOption value="nobody">{t('list.no-owner')}</SingleSelectOption>
          {holders.map((person) => (
            <SingleSelectOption key={person.documentId} value={person.documentId}>
              {nameOf(person)}
            </SingleSelectOption>
          ))}
          {!isKnown && <SingleSelectOption value={owner}>{calledIn(owner)}</SingleSelectOption>}
          {book !== undefined && !isMine && (
            <SingleSelectOption value={valueOf(filter)}>{t('list.book-of', { name: calledIn(book) })}</SingleSelectOption>
          )}
        </SingleSelect>
      </Box>
    </>
  );
};
