import { useIntl } from 'react-intl';
import { agoOf } from '../relative-time';

/** Says how long ago a moment was: `now`, `yesterday`, `3 hours ago`. */
export const useAgo = () => {
  const { formatRelativeTime } = useIntl();
  return (moment: string): string => {
    const { value, unit } = agoOf(moment, new Date());
    return formatRelativeTime(value, unit, { numeric: 'auto' });
  };
};
