import { Badge } from '@strapi/design-system';
import type { Status } from '../../../../contracts/http-members';
import { useText } from '../../hooks/useText';

const VARIANTS = { invited: 'secondary', active: 'success', deactivated: 'danger', deleted: 'neutral' } as const satisfies Readonly<Record<Status, string>>;

/** All of them, from the first to the last. The contract's own list brings a validator that the panel has no use for. */
export const STATUSES = Object.keys(VARIANTS) as readonly Status[];

export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const t = useText();
  return <Badge variant={VARIANTS[status]}>{t(`members.status.${status}`)}</Badge>;
};
