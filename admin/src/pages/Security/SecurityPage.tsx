import { Box, Tabs } from '@strapi/design-system';
import { PanelPage } from '../../components/PanelPage';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';
import { ApiTokensTab } from './ApiTokensTab';
import { IntegrationsTab } from './IntegrationsTab';
import { ObservationTab } from './ObservationTab';
import { ProtectionTab } from './ProtectionTab';
import { WaysInTab } from './WaysInTab';

const TABS = { protection: ProtectionTab, observation: ObservationTab, tokens: ApiTokensTab, 'ways-in': WaysInTab, integrations: IntegrationsTab } as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** What is protected, whether the protection is in force, and what it would take away. */
export const SecurityPage = () => {
  const t = useText();
  return (
    <PanelPage page="security" title={t('security.title')} subtitle={t('security.subtitle')}>
      <SecurityTabs />
    </PanelPage>
  );
};

const SecurityTabs = () => {
  const t = useText();
  const [search, setSearch] = useSearchState();
  const current = NAMES.find((name) => name === search.get('tab')) ?? 'protection';
  return (
    <Tabs.Root variant="simple" value={current} onValueChange={(tab: string) => setSearch({ tab })}>
      <Tabs.List aria-label={t('security.tabs')}>
        {NAMES.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {t(`security.tab.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Box paddingTop={5}>
        {NAMES.map((name) => {
          const Content = TABS[name];
          return (
            <Tabs.Content key={name} value={name}>
              <Content />
            </Tabs.Content>
          );
        })}
      </Box>
    </Tabs.Root>
  );
};
