import { Badge } from '@strapi/design-system';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { useText } from '../../hooks/useText';

const VARIANTS = { planned: 'neutral', running: 'secondary', cancelling: 'secondary', done: 'success', cancelled: 'neutral', failed: 'danger', undone: 'neutral' } as const;

/** The design system's red badge is too pale to be read. */
const LEGIBLE = { backgroundColor: 'danger100', textColor: 'danger700' } as const;

export const JobStatus = ({ status }: { readonly status: JobInfo['status'] }) => {
  const t = useText();
  return (
    <Badge variant={VARIANTS[status]} {...(status === 'failed' && LEGIBLE)}>
      {t(`job.status.${status}`)}
    </Badge>
  );
};

/** Whether it is still going on. */
export const isMoving = (status: JobInfo['status'] | undefined): boolean => status === 'running' || status === 'cancelling';
