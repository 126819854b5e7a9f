import { useIntl } from 'react-intl';
import { useText } from '../../hooks/useText';
import type { Speaker } from './conditions/words';
import { useTitles, type Wanted } from '../content/api';

/** Says conditions in the panel's language, with the names of these records. Until they have come, ids stand in their place. */
export const useSpeaker = (wanted: Wanted): Speaker => {
  const t = useText();
  const { formatNumber, formatDate } = useIntl();
  const isAny = Object.values(wanted).some((ids) => ids.length > 0);
  const { data: titles = {} } = useTitles(wanted, { skip: !isAny });
  return {
    t,
    formatNumber: (value) => formatNumber(value, { maximumFractionDigits: 20 }),
    formatDate: (value) => formatDate(value, value.length > 10 ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium', timeZone: 'UTC' }),
    titleOf: (_target, documentId) => titles[documentId] ?? documentId,
  };
};
