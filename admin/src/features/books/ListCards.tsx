import { Box, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { BooksInfo } from '../../../../contracts/http-availability';
import { useText } from '../../hooks/useText';
import type { ListName } from './api';

interface ListCardsProps {
  readonly counts: BooksInfo['meta'];
  /** Where the records of a list are. */
  linkTo(list: ListName): string;
}

const LISTS: readonly ListName[] = ['unassigned', 'limbo', 'waiting'];

/** How many records nobody looks after, and why. Each number leads to its records. */
export const ListCards = ({ counts, linkTo }: ListCardsProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  return (
    <Grid.Root gap={4}>
      {LISTS.map((list) => (
        <Grid.Item key={list} col={4} s={12} alignItems="stretch">
          <Card to={linkTo(list)}>
            <Box background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={5} height="100%">
              <Typography variant="alpha" tag="p" textColor={counts[list] > 0 ? 'danger600' : 'neutral800'}>
                {formatNumber(counts[list])}
              </Typography>
              <Typography fontWeight="semiBold" tag="p" textColor="neutral800">
                {t(`lists.${list}`)}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t(`lists.${list}-meaning`)}
              </Typography>
            </Box>
          </Card>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};

const Card = styled(Link)`
  flex: 1;
  text-decoration: none;
  border-radius: ${({ theme }) => theme.borderRadius};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
