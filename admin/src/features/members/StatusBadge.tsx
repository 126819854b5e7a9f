import { Badge } from '@strapi/design-system';
import type { Status } from '../../../../contracts/http-members';
import { useText } from '../../hooks/useText';

const VARIANTS = { active: 'success', invited: 'secondary', deactivated: 'danger', deleted: 'neutral' } as const;

export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const t = useText();
  return <Badge variant={VARIANTS[status]}>{t(`members.status.${status}`)}</Badge>;
};
