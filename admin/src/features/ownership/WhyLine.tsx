import { Typography } from '@strapi/design-system';
import type { WhyVisible } from '../../../../contracts/http-check';
import { useText } from '../../hooks/useText';

/** One sentence for the narrowest reason that holds: one's own, one's book, everything. */
export const WhyLine = ({ why: { scopes, within, through }, kind }: { readonly why: WhyVisible; readonly kind: string | undefined }) => {
  const t = useText();
  const what = through?.displayName ?? '';
  const reason = scopes.includes('all') ? 'all' : kind === 'personal' ? 'personal' : (within[0] ?? 'all');
  const key = through ? (`record.why-through-${reason}` as const) : (`record.why-${reason}` as const);
  return (
    <Typography variant="pi" textColor="neutral600">
      {t(key as Parameters<typeof t>[0], { type: what })}
    </Typography>
  );
};
