import { Flex } from '@strapi/design-system';
import type { WaysIn } from '../../../../contracts/http-ways-in';
import { Resource } from '../../components/Resource';
import { useMatrix } from '../../features/access/api';
import { useWaysIn } from '../../features/ways-in/api';
import { DomainsForm } from '../../features/ways-in/DomainsForm';
import { LinksForm } from '../../features/ways-in/LinksForm';
import { useText } from '../../hooks/useText';

/** How people get in besides by an invitation and a password. */
export const WaysInTab = () => {
  const t = useText();
  const { data: matrix } = useMatrix();
  return (
    <Resource query={useWaysIn(undefined, { refetchOnMountOrArgChange: true })} isEmpty={() => false} empty={{ content: t('state.error') }}>
      {(waysIn: WaysIn) => (
        <Flex key={JSON.stringify(waysIn)} direction="column" alignItems="stretch" gap={6}>
          <DomainsForm domains={waysIn.domains} roles={matrix?.roles ?? []} />
          <LinksForm waysIn={waysIn} />
        </Flex>
      )}
    </Resource>
  );
};
