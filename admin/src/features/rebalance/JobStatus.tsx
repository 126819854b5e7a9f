import { Badge } from '@strapi/design-system';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { Remark } from '../../components/Remark';
import { useText } from '../../hooks/useText';

const VARIANTS = { planned: 'neutral', running: 'secondary', cancelling: 'secondary', done: 'success', cancelled: 'neutral', undone: 'neutral' } as const;

export const JobStatus = ({ status }: { readonly status: JobInfo['status'] }) => {
  const t = useText();
  const text = t(`job.status.${status}`);
  return status === 'failed' ? <Remark kind="danger">{text}</Remark> : <Badge variant={VARIANTS[status]}>{text}</Badge>;
};

/** Whether it is still going on. */
export const isMoving = (status: JobInfo['status'] | undefined): boolean => status === 'running' || status === 'cancelling';
