import { Flex, Typography } from '@strapi/design-system';
import type { ObservedType } from '../../../../contracts/http-observations';
import { Resource } from '../../components/Resource';
import { useObservations } from '../../features/observation/api';
import { ClearButton } from '../../features/observation/ClearButton';
import { ObservationReport } from '../../features/observation/ObservationReport';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';

/** Who would lose what if the observed bindings were enforced. */
export const ObservationTab = () => {
  const t = useText();
  const mayClear = useMay('changeSecurity');
  const query = useObservations(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={(types: ObservedType[]) => types.length === 0} empty={{ content: t('observation.empty') }}>
      {(types) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex justifyContent="space-between" gap={4} wrap="wrap">
            <Typography textColor="neutral600">{t('observation.intro')}</Typography>
            {mayClear && types.some(({ losses }) => losses.length > 0) && <ClearButton />}
          </Flex>
          <ObservationReport types={types} />
        </Flex>
      )}
    </Resource>
  );
};
