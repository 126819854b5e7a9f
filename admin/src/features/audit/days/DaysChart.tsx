import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { AuditDays } from '../../../../../contracts/http-audit';
import { Resource } from '../../../components/Resource';
import { useText } from '../../../hooks/useText';
import { useAuditDays } from '../api';
import type { AuditView } from '../useAuditView';
import { barsOf, daysPerBar, summaryOf } from './bars';
import { DayBars } from './DayBars';
import { DaysTable } from './DaysTable';
import { useDayNames } from './useDayNames';

interface DaysProps {
  readonly view: AuditView;
}

/** How many entries each day has of what is looked for; one of them narrows the log to its day. */
export const DaysChart = ({ view }: DaysProps) => {
  const t = useText();
  const query = useAuditDays(view.filters, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={({ data }: AuditDays) => data.every(({ entries }) => entries === 0)} empty={{ content: t('audit.days.empty') }}>
      {({ data }) => <Chart days={data} view={view} />}
    </Resource>
  );
};

const Chart = ({ days, view: { isTable, showTable, narrow } }: DaysProps & { readonly days: AuditDays['data'] }) => {
  const t = useText();
  const heading = useId();
  const { day } = useDayNames();
  const { total, first, last, busiest } = summaryOf(days);
  const title = t('audit.days.title', { days: daysPerBar(days) });
  const choose = (from: string, to: string) => narrow({ from, to });
  return (
    <Box tag="section" aria-labelledby={heading} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={5}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={4}>
        <div>
          <Typography id={heading} variant="delta" tag="h2">
            {isTable ? t('audit.days.title', { days: 1 }) : title}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {t('audit.days.says', { total, first: day(first), last: day(last), busiest: day(busiest.day), most: busiest.entries })}
          </Typography>
        </div>
        <Button variant="tertiary" size="S" onClick={() => showTable(!isTable)}>
          {t(isTable ? 'audit.days.as-chart' : 'audit.days.as-table')}
        </Button>
      </Flex>
      {isTable ? <DaysTable days={days} onChoose={choose} /> : <DayBars label={title} bars={barsOf(days)} onChoose={choose} />}
    </Box>
  );
};
