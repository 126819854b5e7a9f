import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BookLeft, Offboarding } from '../../../../contracts/http-offboarding';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { rebalanceAddress } from '../rebalance/address';

interface BooksLeftProps {
  readonly leaving: Offboarding;
  /** Whether they are in limbo already, or only will be. */
  readonly isDone: boolean;
}

/** What nobody looks after without him, of each type: how much it is, what it is worth, and the way to give it to others. */
export const BooksLeft = ({ leaving: { member, books }, isDone }: BooksLeftProps) => {
  const t = useText();
  const left = books.filter(({ owned, helps, shared }) => owned + helps + shared > 0);
  if (left.length === 0) return <Typography textColor="neutral600">{t('offboarding.book-empty')}</Typography>;
  return left.map((book) => <Left key={book.type} book={book} member={member} isDone={isDone} />);
};

const Left = ({ book, member, isDone }: { readonly book: BookLeft; readonly member: Offboarding['member']; readonly isDone: boolean }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const { type, displayName, owned, helps, shared, field, value } = book;
  const lines = [
    ...(owned > 0 ? [t(isDone ? 'offboarding.in-limbo' : 'books.stake', { count: owned, type: displayName })] : [`${displayName}:`]),
    ...(owned > 0 && field !== null && value !== null ? [t('books.stake-worth', { field, value: formatNumber(value) })] : []),
    ...(helps > 0 ? [t('offboarding.helps', { count: helps })] : []),
    ...(shared > 0 ? [t('offboarding.shared', { count: shared })] : []),
  ];
  return (
    <Box padding={3} hasRadius background="warning100" borderColor="warning200">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        {lines.map((line) => (
          <Typography key={line} textColor="neutral800">
            {line}
          </Typography>
        ))}
        {owned > 0 && (
          <>
            <TextLink to={rebalanceAddress({ type, owner: member.documentId })} label={t('books.rebalance-of', { name: member.name })}>
              {t('books.rebalance')}
            </TextLink>
            <Typography variant="pi" textColor="neutral700">
              {t('offboarding.handover')}
            </Typography>
          </>
        )}
      </Flex>
    </Box>
  );
};
