import type { PlanRequest } from '../../../../contracts/http-rebalance';
import { useChange } from '../../hooks/useChange';
import { usePlan } from './api';
import { useGoToJob } from './useGoToJob';

/** Makes a plan, and opens it. Planning once more makes another one: what was planned before stays as it was. */
export const usePlanning = () => {
  const change = useChange();
  const goToJob = useGoToJob();
  const [plan, { isLoading }] = usePlan();
  const make = (request: PlanRequest, onRefused?: Parameters<typeof change>[2]) =>
    change(async () => goToJob((await plan(request).unwrap()).data.documentId, request), undefined, onRefused);
  return { plan: make, isLoading };
};
