import { Flex, Typography } from '@strapi/design-system';
import { SCOPES } from '../../../../contracts/scopes';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useText, type TextKey } from '../../hooks/useText';
import { ScopeMark } from './ScopeMark';

const scopesIn = (roles: readonly MatrixRole[]): Set<string> =>
  new Set(roles.flatMap(({ cells }) => Object.values(cells).flatMap((actions) => Object.values(actions))));

/** What the marks mean that stand in the table. */
export const ScopeLegend = ({ roles }: { readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const used = scopesIn(roles);
  return (
    <Flex tag="ul" gap={5} wrap="wrap" aria-label={t('matrix.legend')}>
      {SCOPES.filter((scope) => used.has(scope)).map((scope) => (
        <Flex key={scope} tag="li" gap={2}>
          <ScopeMark scope={scope} />
          <Typography variant="pi" textColor="neutral600">
            {t(`scope.${scope}.meaning` satisfies TextKey)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
