import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { BookInfo } from '../../../../contracts/http-availability';
import { Choice } from '../../components/Choice';
import { useText } from '../../hooks/useText';
import { distributionOf, type Measure } from './distribution';

interface BooksChartProps {
  readonly books: readonly BookInfo[];
  /** The field that tells what a record is worth; null for a type without one. */
  readonly valueField: string | null;
}

/** How evenly the records are spread: a bar for each member. The table beside it holds the same numbers. */
export const BooksChart = ({ books, valueField }: BooksChartProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const [measure, setMeasure] = useState<Measure>('count');
  const { bars, mean } = distributionOf(books, measure);
  const round = (amount: number) => formatNumber(amount, { maximumFractionDigits: measure === 'count' ? 1 : 0 });
  const [most, least] = [bars[0], bars.at(-1)];
  const measures: { value: Measure; label: string }[] = [
    { value: 'count', label: t('books.by-count') },
    { value: 'value', label: t('books.by-value', { field: valueField }) },
  ];
  return (
    <Box tag="section" aria-label={t('books.chart')} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={5}>
      <Flex justifyContent="space-between" gap={4} paddingBottom={4} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {t('books.chart')}
        </Typography>
        {valueField !== null && (
          <Box minWidth="20rem">
            <Choice name="measure" label={t('books.measure')} isLabelHidden size="S" value={measure} options={measures} onChoose={(chosen: Measure) => setMeasure(chosen)} />
          </Box>
        )}
      </Flex>
      <div role="img" aria-label={t('books.chart-says', { most: most?.name ?? '', mostAmount: round(most?.amount ?? 0), least: least?.name ?? '', leastAmount: round(least?.amount ?? 0), mean: round(mean) })}>
        <Bars aria-hidden>
          {bars.map(({ documentId, name, amount, percent }) => (
            <Row key={documentId}>
              <Name>{name}</Name>
              <span>
                <Bar style={{ width: `${percent}%` }} />
              </span>
              <Amount>{round(amount)}</Amount>
            </Row>
          ))}
        </Bars>
      </div>
    </Box>
  );
};

const Bars = styled.div`
  display: grid;
  grid-template-columns: minmax(10rem, max-content) 1fr max-content;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  align-items: center;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  max-height: 42rem;
  overflow: auto;
`;

const Row = styled.div`
  display: contents;
`;

const Name = styled.span`
  max-width: 24rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

const Amount = styled.span`
  text-align: end;
  font-variant-numeric: tabular-nums;
`;

const Bar = styled.span`
  display: block;
  min-width: 2px;
  height: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary600};
`;
