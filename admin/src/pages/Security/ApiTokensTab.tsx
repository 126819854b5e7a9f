import { Flex, Typography } from '@strapi/design-system';
import type { ApiTokenInfo } from '../../../../contracts/http-api-tokens';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useMatrix } from '../../features/access/api';
import { useApiTokens } from '../../features/api-tokens/api';
import { TokensTable } from '../../features/api-tokens/TokensTable';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';

/** For whom the host's API tokens act on governed types. */
export const ApiTokensTab = () => {
  const t = useText();
  const mayChange = useMay('changeSecurity');
  const roles = useMatrix().data?.roles ?? [];
  const query = useApiTokens(undefined, { refetchOnMountOrArgChange: true });
  const toSettings = <TextLink to="/settings/api-tokens">{t('tokens.create')}</TextLink>;
  return (
    <Resource query={query} isEmpty={(tokens: ApiTokenInfo[]) => tokens.length === 0} empty={{ content: t('tokens.empty'), action: toSettings }}>
      {(tokens) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography textColor="neutral600">{t('tokens.intro')}</Typography>
          <TokensTable tokens={tokens} roles={roles} mayChange={mayChange} />
        </Flex>
      )}
    </Resource>
  );
};
