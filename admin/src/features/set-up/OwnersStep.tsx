import { Flex, Typography } from '@strapi/design-system';
import type { SetUp } from '../../../../contracts/http-set-up';
import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { StepFrame } from './StepFrame';

/** Who owns what already, from a field or a file. */
export const OwnersStep = ({ setUp }: { readonly setUp: SetUp }) => {
  const t = useText();
  const records = setUp.types.filter(({ binding, inForce }) => binding?.kind === 'record' && binding.owns === true && inForce !== null && inForce !== 'off');
  return (
    <StepFrame step="owners">
      {records.length === 0 && <Notice kind="info">{t('setup.owners.none')}</Notice>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {records.map(({ uid, displayName }) => (
          <Flex key={uid} tag="li" justifyContent="space-between" gap={4} padding={4} background="neutral0" borderColor="neutral150" hasRadius>
            <Typography fontWeight="semiBold">{displayName}</Typography>
            <TextLink to={`/plugins/roster/team?tab=rebalance&type=${encodeURIComponent(uid)}&view=backfill`} label={t('setup.owners.take-over-of', { type: displayName })}>
              {t('setup.owners.take-over')}
            </TextLink>
          </Flex>
        ))}
      </Flex>
    </StepFrame>
  );
};
