import { Box, Flex } from '@strapi/design-system';
import type { InvitationsPage } from '../../../../contracts/http-invitations';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Choice } from '../../components/Choice';
import { Pages, usePageInAddress } from '../../components/Pages';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { ImportForm } from '../../features/imports/ImportForm';
import { ImportLink } from '../../features/imports/ImportLink';
import { ImportView } from '../../features/imports/ImportView';
import { useInvitations } from '../../features/invitations/api';
import { INVITATION_STATUSES } from '../../features/invitations/InvitationBadge';
import { InvitationsTable } from '../../features/invitations/InvitationsTable';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

const ANY = 'any';

interface InvitationsTabProps {
  readonly roles: readonly MatrixRole[];
}

/** Who was asked to join, one by one or by a file. */
export const InvitationsTab = ({ roles }: InvitationsTabProps) => {
  const [search] = useSearchState();
  const id = search.get('import');
  if (id !== null) return <ImportView key={id} id={id} roles={roles} />;
  return search.get('view') === 'import' ? <ImportForm roles={roles} /> : <Invitations roles={roles} />;
};

const Invitations = ({ roles }: InvitationsTabProps) => {
  const t = useText();
  const [search, setSearch] = useSearchState();
  const status = search.get('status') ?? undefined;
  const page = usePageInAddress();
  const query = useInvitations({ ...(status !== undefined && { status }), ...page }, { refetchOnMountOrArgChange: true });
  const empty = status === undefined ? { content: t('invitations.empty') } : { content: t('invitations.none-found'), action: <TextLink to="?tab=invitations">{t('invitations.show-all')}</TextLink> };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
        <Box maxWidth="28rem" flex="1">
          <Choice
            name="status"
            label={t('members.status')}
            value={status ?? ANY}
            options={[{ value: ANY, label: t('invitations.status.any') }, ...INVITATION_STATUSES.map((value) => ({ value, label: t(`invitations.status.${value}`) }))]}
            onChoose={(value) => setSearch({ status: value === ANY ? undefined : value, page: undefined })}
          />
        </Box>
        <ImportLink />
      </Flex>
      <Resource query={query} isEmpty={({ data }: InvitationsPage) => data.length === 0} empty={empty}>
        {({ data, meta: { pagination } }) => (
          <>
            <InvitationsTable invitations={data} roles={roles} />
            <Pages pagination={pagination} />
          </>
        )}
      </Resource>
    </Flex>
  );
};
