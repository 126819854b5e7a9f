import type { Status } from '../../../../contracts/http-members';
import { StateBadge } from '../../components/StateBadge';
import { useText } from '../../hooks/useText';

const TONES = { invited: 'secondary', active: 'success', deactivated: 'danger', deleted: 'neutral' } as const satisfies Readonly<Record<Status, string>>;

/** All of them, from the first to the last. The contract's own list brings a validator that the panel has no use for. */
export const STATUSES = Object.keys(TONES) as readonly Status[];

export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const t = useText();
  return <StateBadge tone={TONES[status]}>{t(`members.status.${status}`)}</StateBadge>;
};
