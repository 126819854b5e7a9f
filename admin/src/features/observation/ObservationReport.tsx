import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { ObservedType } from '../../../../contracts/http-observations';
import { useName, useText } from '../../hooks/useText';
import { LossesTable } from './LossesTable';

/** Who would lose what, type by type. */
export const ObservationReport = ({ types }: { readonly types: readonly ObservedType[] }) => (
  <Flex direction="column" alignItems="stretch" gap={6}>
    {types.map((observed) => (
      <TypeReport key={observed.type?.uid ?? 'routes'} observed={observed} />
    ))}
  </Flex>
);

const TypeReport = ({ observed: { type, feature, mode, people, losses } }: { readonly observed: ObservedType }) => {
  const t = useText();
  const name = useName();
  const title = type?.displayName ?? t('observation.routes');
  return (
    <Box tag="section" aria-label={title}>
      <Flex gap={3} paddingBottom={3} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        <Typography textColor="neutral600">{name('feature', feature)}</Typography>
        {/* What was seen stays to be read when the mode has changed. */}
        {mode !== 'observe' && <Badge>{t(`observation.now-${mode}`)}</Badge>}
      </Flex>
      {losses.length === 0 ? (
        <Flex gap={2} padding={4} background="success100" borderColor="success200" hasRadius>
          <CheckCircle aria-hidden fill="success700" />
          <Typography textColor="success700">{t('observation.nobody-loses')}</Typography>
        </Flex>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography>{t('observation.people', { count: people })}</Typography>
          <LossesTable caption={t('observation.caption', { type: title })} losses={losses} />
        </Flex>
      )}
    </Box>
  );
};
