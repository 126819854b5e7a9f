import { Flex } from '@strapi/design-system';
import { SetUpLink } from '../../features/set-up/SetUpLink';
import type { BindingInfo } from '../../../../contracts/http-bindings';
import { Resource } from '../../components/Resource';
import { useBindings } from '../../features/access/api';
import { BindingsTable } from '../../features/access/BindingsTable';
import { ClosedTypesAlert } from '../../features/access/ClosedTypesAlert';
import { useText } from '../../hooks/useText';

/** What each feature governs, and how far the protection goes. */
export const ProtectionTab = () => {
  const t = useText();
  const query = useBindings(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={(bindings: BindingInfo[]) => bindings.length === 0} empty={{ content: t('bindings.empty'), action: <SetUpLink /> }}>
      {(bindings) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <ClosedTypesAlert bindings={bindings} />
          <BindingsTable bindings={bindings} />
          <Flex justifyContent="flex-end">
            <SetUpLink />
          </Flex>
        </Flex>
      )}
    </Resource>
  );
};
