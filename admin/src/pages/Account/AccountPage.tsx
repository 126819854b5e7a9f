import { Flex } from '@strapi/design-system';
import type { AccountInfo } from '../../../../contracts/http-account';
import type { Profile } from '../../../../contracts/http-profile';
import { AddressTabs } from '../../components/AddressTabs';
import { PanelPage } from '../../components/PanelPage';
import { Resource } from '../../components/Resource';
import { Requests } from '../../features/access-requests/Requests';
import { Access } from '../../features/account/Access';
import { useAccount, useProfile } from '../../features/account/api';
import { EmailForm } from '../../features/account/EmailForm';
import { Organisation } from '../../features/account/Organisation';
import { PasswordForm } from '../../features/account/PasswordForm';
import { ProfileForm } from '../../features/account/ProfileForm';
import { Sessions } from '../../features/sessions/Sessions';
import { useText } from '../../hooks/useText';

const FRESH = { refetchOnMountOrArgChange: true };

const ProfileTab = () => {
  const t = useText();
  return (
    <Resource query={useProfile(undefined, FRESH)} isEmpty={() => false} empty={{ content: t('state.error') }}>
      {(profile: Profile) => <ProfileForm key={JSON.stringify(profile)} profile={profile} />}
    </Resource>
  );
};

const LoginTab = () => {
  const t = useText();
  return (
    <Resource query={useProfile()} isEmpty={() => false} empty={{ content: t('state.error') }}>
      {({ email }: Profile) => (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <EmailForm current={email} />
          <PasswordForm />
        </Flex>
      )}
    </Resource>
  );
};

const OrganisationsTab = () => {
  const t = useText();
  return (
    <Resource query={useAccount(undefined, FRESH)} isEmpty={() => false} empty={{ content: t('state.error') }}>
      {({ organisation }: AccountInfo) => <Organisation organisation={organisation} />}
    </Resource>
  );
};

const AccessTab = () => {
  const t = useText();
  return (
    <Resource query={useAccount(undefined, FRESH)} isEmpty={() => false} empty={{ content: t('state.error') }}>
      {({ access }: AccountInfo) => <Access access={access} />}
    </Resource>
  );
};

const SessionsTab = () => {
  const t = useText();
  return <Sessions whose="me" caption={t('sessions.mine')} />;
};

const TABS = { profile: <ProfileTab />, login: <LoginTab />, sessions: <SessionsTab />, organisations: <OrganisationsTab />, access: <AccessTab />, requests: <Requests /> };

/** What is one's own: what one says of oneself, how one signs in, where one belongs, what one has access to and asks for. */
export const AccountPage = () => {
  const t = useText();
  return (
    <PanelPage page="account" title={t('account.title')} subtitle={t('account.subtitle')}>
      <AddressTabs label={t('account.tabs')} labelOf={(name) => t(`account.tab.${name}`)} tabs={TABS} />
    </PanelPage>
  );
};
