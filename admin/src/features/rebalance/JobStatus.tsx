import { Badge } from '@strapi/design-system';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { useText } from '../../hooks/useText';

const VARIANTS = { planned: 'secondary', running: 'primary', cancelling: 'warning', done: 'success', cancelled: 'neutral', failed: 'danger', undone: 'neutral' } as const;

export const JobStatus = ({ status }: { readonly status: JobInfo['status'] }) => {
  const t = useText();
  return <Badge variant={VARIANTS[status]}>{t(`job.status.${status}`)}</Badge>;
};

/** Whether it is still going on. */
export const isMoving = (status: JobInfo['status'] | undefined): boolean => status === 'running' || status === 'cancelling';
