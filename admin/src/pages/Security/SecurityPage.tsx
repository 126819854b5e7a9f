import { AddressTabs } from '../../components/AddressTabs';
import { PanelPage } from '../../components/PanelPage';
import { useText } from '../../hooks/useText';
import { ApiTokensTab } from './ApiTokensTab';
import { IntegrationsTab } from './IntegrationsTab';
import { ObservationTab } from './ObservationTab';
import { ProtectionTab } from './ProtectionTab';
import { WaysInTab } from './WaysInTab';

const TABS = { protection: <ProtectionTab />, observation: <ObservationTab />, tokens: <ApiTokensTab />, 'ways-in': <WaysInTab />, integrations: <IntegrationsTab /> };

/** What is protected, whether the protection is in force, and what it would take away. */
export const SecurityPage = () => {
  const t = useText();
  return (
    <PanelPage page="security" title={t('security.title')} subtitle={t('security.subtitle')}>
      <AddressTabs label={t('security.tabs')} labelOf={(name) => t(`security.tab.${name}`)} tabs={TABS} />
    </PanelPage>
  );
};
