import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import type { Restriction } from '../../../../contracts/http-members';
import { Remark } from '../../components/Remark';
import { useText } from '../../hooks/useText';
import { useOpening } from './api';

interface OpeningUpProps {
  /** documentId of the member. */
  readonly member: string;
  /** The one that he would have. */
  readonly restriction: Restriction;
}

/** How many records of each type another restriction would open up to a member, or close. */
export const OpeningUp = ({ member, restriction }: OpeningUpProps) => {
  const t = useText();
  const { currentData: types, isError } = useOpening({ member, restriction }, { refetchOnMountOrArgChange: true });
  if (isError) return <Remark kind="warning">{t('members.opening-unknown')}</Remark>;
  if (!types) return <Loader small>{t('state.loading')}</Loader>;
  const changed = types.filter(({ now, then }) => now !== then);
  return (
    <Box aria-live="polite" padding={3} hasRadius background="neutral100">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        {changed.length === 0 && <Typography textColor="neutral800">{t('members.opening-nothing')}</Typography>}
        {changed.map(({ type, displayName, now, then }) => (
          <Typography key={type} textColor="neutral800">
            {t(then > now ? 'members.opens' : 'members.closes', { type: displayName, count: Math.abs(then - now), now, then })}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
};
