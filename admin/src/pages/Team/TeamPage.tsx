import { Box, Flex, Loader, Tabs } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import type { Matrix } from '../../../../contracts/http-matrix';
import { PanelPage } from '../../components/PanelPage';
import { Resource } from '../../components/Resource';
import { useMatrix } from '../../features/access/api';
import { RolesTable } from '../../features/access/RolesTable';
import { SetUpHint } from '../../features/set-up/SetUpHint';
import { useMay } from '../../hooks/useMay';
import { useSearchState } from '../../hooks/useSearchState';
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
const LAZY_TABS = Object.keys(LAZY) as (keyof typeof LAZY)[];

const TABS = ['members', 'invitations', 'roles', 'permissions', 'books', 'rules', 'territories', 'rebalance'] as const;
const tabOf = (value: string | null) => TABS.find((tab) => tab === value) ?? 'members';

/** What one tab has put into the address says nothing on another. */
const ELSEWHERE = Object.fromEntries(['search', 'role', 'status', 'page', 'pageSize', 'rule', 'list', 'owner', 'record', 'job', 'import', 'view'].map((key) => [key, undefined]));

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
  const [search, setSearch] = useSearchState();
  const mayInvite = useMay('addMembers');
  return (
    <Tabs.Root variant="simple" value={tabOf(search.get('tab'))} onValueChange={(tab: string) => setSearch({ ...ELSEWHERE, tab })}>
      <Tabs.List aria-label={t('team.tabs')}>
        {TABS.filter((tab) => tab !== 'invitations' || mayInvite).map((tab) => (
          <Tabs.Trigger key={tab} value={tab}>
            {t(`team.tab.${tab}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Box paddingTop={5}>
        <Tabs.Content value="members">
          <MembersTab roles={matrix.roles} />
        </Tabs.Content>
        <Tabs.Content value="roles">
          <RolesTable roles={matrix.roles} linkTo={(role) => `?tab=permissions&role=${encodeURIComponent(role)}`} />
        </Tabs.Content>
        <Tabs.Content value="permissions">
          <PermissionsTab matrix={matrix} />
        </Tabs.Content>
        {LAZY_TABS.map((tab) => {
          const Content = LAZY[tab];
          return (
            <Tabs.Content key={tab} value={tab}>
              <Suspense fallback={<Waiting />}>
                <Content roles={matrix.roles} />
              </Suspense>
            </Tabs.Content>
          );
        })}
      </Box>
    </Tabs.Root>
  );
};

const Waiting = () => {
  const t = useText();
  return (
    <Flex justifyContent="center" padding={11} aria-busy>
      <Loader>{t('state.loading')}</Loader>
    </Flex>
  );
};
