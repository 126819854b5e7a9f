import { Flex, Loader } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import type { Matrix } from '../../../../contracts/http-matrix';
import { AddressTabs } from '../../components/AddressTabs';
import { PanelPage } from '../../components/PanelPage';
import { Resource } from '../../components/Resource';
import { useMatrix } from '../../features/access/api';
import { RolesTable } from '../../features/access/RolesTable';
import { SetUpHint } from '../../features/set-up/SetUpHint';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { MembersTab } from './MembersTab';
import { PermissionsTab } from './PermissionsTab';

// Only who opens one of these loads it.
const LAZY = {
  invitations: lazy(() => import('./InvitationsTab').then((module) => ({ default: module.InvitationsTab }))),
  books: lazy(() => import('./BooksTab').then((module) => ({ default: module.BooksTab }))),
  rules: lazy(() => import('./RulesTab').then((module) => ({ default: module.RulesTab }))),
  territories: lazy(() => import('./TerritoriesTab').then((module) => ({ default: module.TerritoriesTab }))),
  rebalance: lazy(() => import('./RebalanceTab').then((module) => ({ default: module.RebalanceTab }))),
} as const;

/** What one tab has put into the address says nothing on another. */
const FORGET = ['search', 'role', 'status', 'page', 'pageSize', 'rule', 'list', 'owner', 'record', 'job', 'import', 'view'];

/** Who is in the team, and who may do what. */
export const TeamPage = () => {
  const t = useText();
  return (
    <PanelPage page="team" title={t('team.title')} subtitle={t('team.subtitle')}>
      <Team />
    </PanelPage>
  );
};

const Team = () => {
  const t = useText();
  const query = useMatrix(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={({ roles }: Matrix) => roles.length === 0} empty={{ content: t('roles.empty') }}>
      {(matrix) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <SetUpHint />
          <TeamTabs matrix={matrix} />
        </Flex>
      )}
    </Resource>
  );
};

const TeamTabs = ({ matrix }: { readonly matrix: Matrix }) => {
  const t = useText();
  const mayInvite = useMay('addMembers');
  const { roles } = matrix;
  const lazily = (name: keyof typeof LAZY) => {
    const Content = LAZY[name];
    return (
      <Suspense fallback={<Waiting />}>
        <Content roles={roles} />
      </Suspense>
    );
  };
  const tabs = {
    members: <MembersTab roles={roles} />,
    ...(mayInvite && { invitations: lazily('invitations') }),
    roles: <RolesTable roles={roles} linkTo={(role) => `?tab=permissions&role=${encodeURIComponent(role)}`} />,
    permissions: <PermissionsTab matrix={matrix} />,
    books: lazily('books'),
    rules: lazily('rules'),
    territories: lazily('territories'),
    rebalance: lazily('rebalance'),
  };
  return <AddressTabs label={t('team.tabs')} labelOf={(name) => t(`team.tab.${name}`)} tabs={tabs} forget={FORGET} />;
};

const Waiting = () => {
  const t = useText();
  return (
    <Flex justifyContent="center" padding={11} aria-busy>
      <Loader>{t('state.loading')}</Loader>
    </Flex>
  );
};
