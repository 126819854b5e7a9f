import type { InvitationStatus } from '../../../../contracts/http-invitations';
import { StateBadge } from '../../components/StateBadge';
import { useText } from '../../hooks/useText';

const TONES = { pending: 'secondary', expired: 'warning', accepted: 'success', revoked: 'neutral' } as const satisfies Readonly<Record<InvitationStatus, string>>;

/** All of them, from the first to the last. */
export const INVITATION_STATUSES = Object.keys(TONES) as readonly InvitationStatus[];

export const InvitationBadge = ({ status }: { readonly status: InvitationStatus }) => {
  const t = useText();
  return <StateBadge tone={TONES[status]}>{t(`invitations.status.${status}`)}</StateBadge>;
};
