import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface PanelledProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** Something to read that stands on a page by itself, under its heading. */
export const Panelled = ({ title, children, action }: PanelledProps) => {
  const heading = useId();
  return (
    <Box tag="section" aria-labelledby={heading} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Typography id={heading} variant="delta" tag="h2">
            {title}
          </Typography>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
