import { Box, Flex, IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useText } from '../hooks/useText';
import { Code } from './Code';

interface CopyableProps {
  /** What it is, for the button that copies it. */
  readonly label: string;
  readonly children: string;
}

/** A text for machines, line by line as it is, to be taken elsewhere. */
export const Copyable = ({ label, children }: CopyableProps) => {
  const t = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const take = async () => {
    // Browsers refuse it to sites without https.
    if (await copy(children)) toggleNotification({ type: 'success', message: t('common.copied', { what: label }) });
    else toggleNotification({ type: 'warning', message: t('common.not-copied') });
  };
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={2} background="neutral100" borderColor="neutral150" hasRadius padding={3}>
      <Box style={{ whiteSpace: 'pre-wrap' }}>
        <Code>{children}</Code>
      </Box>
      <IconButton variant="ghost" size="S" label={t('common.copy-what', { what: label })} onClick={() => void take()}>
        <Duplicate />
      </IconButton>
    </Flex>
  );
};
