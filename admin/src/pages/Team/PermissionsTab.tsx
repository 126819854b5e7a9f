import { EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyPermissions } from '@strapi/icons/symbols';
import type { Matrix } from '../../../../contracts/http-matrix';
import { PermissionMatrix } from '../../features/access/PermissionMatrix';
import { RolePicker } from '../../features/access/RolePicker';
import { ScopeLegend } from '../../features/access/ScopeLegend';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

/** Before anybody has chosen: the role that owns records, whose permissions are the least obvious. */
const firstChoice = ({ roles }: Matrix): string[] => {
  const first = roles.find(({ mayOwn }) => mayOwn) ?? roles[0];
  return first ? [first.key] : [];
};

export const PermissionsTab = ({ matrix }: { readonly matrix: Matrix }) => {
  const t = useText();
  const [search, setSearch] = useSearchState();
  // An empty `role` is a choice too: nobody. It differs from none made yet.
  const chosen = search.has('role') ? search.getAll('role') : firstChoice(matrix);
  const roles = matrix.roles.filter(({ key }) => chosen.includes(key));
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <RolePicker roles={matrix.roles} chosen={roles.map(({ key }) => key)} onChoose={(keys) => setSearch({ role: keys.length > 0 ? keys : '' })} />
      {roles.length > 0 ? (
        <>
          <ScopeLegend roles={roles} />
          <PermissionMatrix matrix={matrix} roles={roles} />
        </>
      ) : (
        <EmptyStateLayout icon={<EmptyPermissions width="16rem" />} content={t('matrix.empty')} />
      )}
    </Flex>
  );
};
