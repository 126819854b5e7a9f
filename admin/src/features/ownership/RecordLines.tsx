import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { WhyVisible } from '../../../../contracts/http-check';
import type { Me } from '../../../../contracts/http-me';
import { useText } from '../../hooks/useText';
import { useOwners, useWhy, type RecordRef } from './api';

const FRESH = { refetchOnMountOrArgChange: true };

/** Who owns a record, and why one sees it: a line each. */
export const RecordLines = ({ record, types }: { readonly record: RecordRef; readonly types: Me['types'] }) => {
  const t = useText();
  const why = useWhy(record, FRESH);
  if (why.isError) return <NoReason error={why.error} />;
  if (!why.data) return <Typography textColor="neutral600">{t('state.loading')}</Typography>;
  const { through } = why.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      {types[record.type]?.owns && <OwnersOf record={record} />}
      {through && types[through.type]?.owns && <OwnersOf record={through} through={through.displayName} />}
      <WhyLine why={why.data} kind={types[record.type]?.kind} />
    </Flex>
  );
};

/** What is only observed is seen by who will not see it. */
const NoReason = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  const { status } = error as { readonly status?: number };
  return status === 403 || status === 404 ? <Typography>{t('record.why-observed')}</Typography> : <Typography textColor="danger600">{t('state.error')}</Typography>;
};

/** Who owns the record, or the one that decides for it. */
const OwnersOf = ({ record, through }: { readonly record: RecordRef; readonly through?: string }) => {
  const t = useText();
  const { formatList } = useIntl();
  const { data } = useOwners({ type: record.type, documentId: record.documentId }, FRESH);
  if (!data) return null;
  const nameOf = ({ name }: { readonly name: string | null }) => name ?? t('record.somebody-gone');
  const owner = data.owner ? t(through ? 'record.through-owned-by' : 'record.owned-by', { owner: nameOf(data.owner), type: through }) : t(through ? 'record.through-no-owner' : 'record.no-owner', { type: through });
  return (
    <Typography>
      {owner}
      {data.coOwners.length > 0 && ` ${t('record.helped-by', { people: formatList(data.coOwners.map(nameOf), { type: 'conjunction' }) })}`}
    </Typography>
  );
};

/** One sentence for the narrowest reason that holds: one's own, one's book, everything. */
const WhyLine = ({ why: { scopes, within, through }, kind }: { readonly why: WhyVisible; readonly kind: string | undefined }) => {
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
