import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RuleType } from '../../../../contracts/http-rules';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { useRuleTypes } from '../assignment/api';
import { rebalanceAddress } from '../rebalance/address';
import { useBooks } from './api';

interface BookAtStakeProps {
  readonly member: string;
  readonly name: string;
}

/**
 * What a member owns and nobody will look after once he cannot: how many records of each type, what they
 * are worth, and the way to give them to others.
 */
export const BookAtStake = ({ member, name }: BookAtStakeProps) => {
  const { data: types = [] } = useRuleTypes();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {types.map((type) => (
        <TypeAtStake key={type.type} type={type} member={member} name={name} />
      ))}
    </Flex>
  );
};

const TypeAtStake = ({ type, member, name }: BookAtStakeProps & { readonly type: RuleType }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const { data, isError } = useBooks(type.type, { refetchOnMountOrArgChange: true });
  if (isError) return <Typography textColor="danger600">{t('books.stake-unknown', { type: type.displayName })}</Typography>;
  const { owned = 0, value = null } = data?.data.find((book) => book.member.documentId === member) ?? {};
  if (owned === 0) return null;
  const worth = value === null ? undefined : t('books.stake-worth', { field: type.value, value: formatNumber(value) });
  return (
    <Box padding={3} hasRadius background="warning100" borderColor="warning200">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography textColor="neutral800">{t('books.stake', { count: owned, type: type.displayName })}</Typography>
        {worth !== undefined && <Typography textColor="neutral800">{worth}</Typography>}
        <TextLink to={rebalanceAddress({ type: type.type, owner: member })} label={t('books.rebalance-of', { name })}>
          {t('books.rebalance')}
        </TextLink>
      </Flex>
    </Box>
  );
};
