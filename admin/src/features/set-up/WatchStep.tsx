import type { ObservedType } from '../../../../contracts/http-observations';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { useObservations } from '../observation/api';
import { ObservationReport } from '../observation/ObservationReport';
import { StepFrame } from './StepFrame';

/** Who would lose what, before anybody loses it. */
export const WatchStep = () => {
  const t = useText();
  const query = useObservations(undefined, { refetchOnMountOrArgChange: true });
  return (
    <StepFrame step="watch">
      <Resource query={query} isEmpty={(types: ObservedType[]) => types.length === 0} empty={{ content: t('setup.watch.empty') }}>
        {(types) => <ObservationReport types={types} />}
      </Resource>
    </StepFrame>
  );
};
