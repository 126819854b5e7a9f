import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { WhyVisible } from '../../../../contracts/http-check';
import type { Me } from '../../../../contracts/http-me';
import type { Owners } from '../../../../contracts/http-owners';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useMe, useOwners, useWhy, type RecordRef } from './api';

interface PanelContext {
  /** uid of the type in the editor. */
  readonly model: string;
  /** Nothing for a record that has not been saved. */
  readonly documentId?: string;
}

/** The editor's side panel of a governed record: who owns it, and why one sees it. Ungoverned types have none. */
export const RecordPanel = ({ model, documentId }: PanelContext) => {
  const t = useText();
  const mayAsk = useMay('seeOwners');
  const { data: me } = useMe(undefined, { skip: !mayAsk });
  const type = me?.types[model];
  if (!type || documentId === undefined) return null;
  return { title: t('record.title'), content: <RecordLines record={{ type: model, documentId }} type={type} /> };
};

const RecordLines = ({ record, type }: { readonly record: RecordRef; readonly type: Me['types'][string] }) => {
  const fresh = { refetchOnMountOrArgChange: true };
  const owners = useOwners(record, { ...fresh, skip: !type.owns });
  const why = useWhy(record, fresh);
  const t = useText();
  if (why.isError || owners.isError) return <Typography textColor="danger600">{t('state.error')}</Typography>;
  if (!why.data || (type.owns && !owners.data)) return <Typography textColor="neutral600">{t('state.loading')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      {owners.data && <OwnersLine {...owners.data} />}
      <WhyLine why={why.data} kind={type.kind} />
    </Flex>
  );
};

const OwnersLine = ({ owner, coOwners }: Owners) => {
  const t = useText();
  const { formatList } = useIntl();
  const nameOf = ({ name }: { readonly name: string | null }) => name ?? t('record.somebody-gone');
  return (
    <Typography>
      {owner ? t('record.owned-by', { owner: nameOf(owner) }) : t('record.no-owner')}
      {coOwners.length > 0 && ` ${t('record.helped-by', { people: formatList(coOwners.map(nameOf), { type: 'conjunction' }) })}`}
    </Typography>
  );
};

/** One sentence for the narrowest reason that holds: one's own, one's book, everything. */
const WhyLine = ({ why: { scopes, within, through }, kind }: { readonly why: WhyVisible; readonly kind: string }) => {
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
