import type { AccessRequestStatus } from '../../../../contracts/http-access-requests';
import { StateBadge } from '../../components/StateBadge';
import { useText } from '../../hooks/useText';

const TONES = { open: 'secondary', approved: 'success', declined: 'warning', withdrawn: 'neutral', revoked: 'neutral', over: 'neutral' } as const satisfies Readonly<Record<AccessRequestStatus, string>>;

export const RequestBadge = ({ status }: { readonly status: AccessRequestStatus }) => {
  const t = useText();
  return <StateBadge tone={TONES[status]}>{t(`requests.status.${status}`)}</StateBadge>;
};
