import { useIntl } from 'react-intl';
import { useText } from '../../../hooks/useText';

/** What days are called. They are days in UTC, in whatever zone the reader is. */
export const useDayNames = () => {
  const t = useText();
  const { formatDate } = useIntl();
  const day = (text: string): string => formatDate(`${text}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return { day, days: (from: string, to: string): string => (from === to ? day(from) : t('audit.days.range', { from: day(from), to: day(to) })) };
};
