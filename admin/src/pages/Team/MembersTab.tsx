import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { MembersPage } from '../../../../contracts/http-members';
import { Pages, usePageInAddress } from '../../components/Pages';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { WaitingRequests } from '../../features/access-requests/WaitingRequests';
import { HygieneNotices } from '../../features/hygiene/HygieneNotices';
import { ImportLink } from '../../features/imports/ImportLink';
import { InviteMember } from '../../features/invitations/InviteMember';
import { AddMember } from '../../features/members/AddMember';
import { useMembers } from '../../features/members/api';
import { BulkBar } from '../../features/members/BulkBar';
import { MembersFilters, type Filters } from '../../features/members/MembersFilters';
import { MembersTable } from '../../features/members/MembersTable';
import { useMay } from '../../hooks/useMay';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

const filtersIn = (search: URLSearchParams): Filters => ({
  search: search.get('search') ?? undefined,
  role: search.get('role') ?? undefined,
  status: search.get('status') ?? undefined,
});

/** Who is in the team. */
export const MembersTab = ({ roles }: { readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const mayAdd = useMay('addMembers');
  const [search, setSearch] = useSearchState();
  const filters = filtersIn(search);
  const page = usePageInAddress();
  const query = useMembers({ ...filters, ...page } as Parameters<typeof useMembers>[0], { refetchOnMountOrArgChange: true });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  const grantable = query.data?.meta.grantable ?? [];
  const empty = isNarrowed ? { content: t('members.none-found'), action: <TextLink to="?">{t('members.show-all')}</TextLink> } : { content: t('members.empty') };
  const marked = query.data?.data.filter(({ documentId, isEditable }) => isEditable && chosen.includes(documentId)) ?? [];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <WaitingRequests />
      <HygieneNotices roles={roles} mayName={mayAdd && grantable.includes('admin')} />
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <MembersFilters key={search.get('search')} filters={filters} roles={roles} onChange={(change) => setSearch({ ...change, page: undefined })} />
        {mayAdd && grantable.length > 0 && (
          <Flex gap={2}>
            <AddMember roles={roles} grantable={grantable} />
            <ImportLink />
            <InviteMember roles={roles} grantable={grantable} />
          </Flex>
        )}
      </Flex>
      <Resource query={query} isEmpty={({ data }: MembersPage) => data.length === 0} empty={empty}>
        {({ data, meta: { pagination } }) => (
          <>
            <BulkBar members={marked} roles={roles} grantable={grantable} onDone={() => setChosen([])} />
            <MembersTable members={data} roles={roles} grantable={grantable} choosing={{ chosen: marked.map(({ documentId }) => documentId), onChoose: setChosen }} />
            <Pages pagination={pagination} />
          </>
        )}
      </Resource>
    </Flex>
  );
};
