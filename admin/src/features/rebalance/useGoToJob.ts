import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { PlanRequest } from '../../../../contracts/http-rebalance';

interface Remembered {
  readonly plan?: PlanRequest;
}

/** Opens a job, and keeps with the address what it was planned from: then it can be planned once more. */
export const useGoToJob = () => {
  const navigate = useNavigate();
  return useCallback(
    (job: string, plan?: PlanRequest) => navigate({ search: `?tab=rebalance&job=${encodeURIComponent(job)}` }, { state: { plan } satisfies { plan: PlanRequest | undefined } }),
    [navigate],
  );
};

/** What the job in the address was planned from; unknown for one that was opened from the list. */
export const usePlanOfJob = (): PlanRequest | undefined => (useLocation().state as Remembered | null)?.plan;
