import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Meter } from '../../../components/Meter';
import { useText } from '../../../hooks/useText';

interface CheckProgressProps {
  readonly place: number;
  readonly size: number;
}

/** How far a check has come. */
export const CheckProgress = ({ place, size }: CheckProgressProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>{t('audit.state.checking', { place: formatNumber(place), size: formatNumber(size) })}</Typography>
      <Meter label={t('audit.state.checking-label')} value={place} most={size} />
    </Flex>
  );
};
