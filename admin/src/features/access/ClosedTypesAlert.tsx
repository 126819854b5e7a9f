import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { BindingInfo } from '../../../../contracts/http-bindings';
import { useText } from '../../hooks/useText';

/** Types that answer 503, because the guard could not prove that it protects them. Nothing to click away. */
export const ClosedTypesAlert = ({ bindings }: { readonly bindings: readonly BindingInfo[] }) => {
  const t = useText();
  const { formatList } = useIntl();
  const closed = bindings.filter(({ state }) => state === 'closed').map(({ type }) => type.displayName);
  if (closed.length === 0) return null;
  return (
    <Box role="alert" padding={4} hasRadius background="danger100" borderColor="danger200">
      <Flex gap={3} alignItems="flex-start">
        <WarningCircle aria-hidden fill="danger700" />
        <Typography textColor="danger700">
          {t('bindings.closed-alert', { count: closed.length, types: formatList(closed, { type: 'conjunction' }) })}
        </Typography>
      </Flex>
    </Box>
  );
};
