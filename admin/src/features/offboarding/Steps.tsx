import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** What happens one after the other. */
export const Steps = ({ children }: { readonly children: ReactNode }) => (
  <Flex tag="ol" direction="column" alignItems="stretch" gap={5} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
    {children}
  </Flex>
);

interface StepProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

export const Step = ({ icon, title, children }: StepProps) => (
  <Flex tag="li" gap={3} alignItems="flex-start">
    <Box aria-hidden flex="none" paddingTop={1}>
      {icon}
    </Box>
    <Flex flex="1" direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="delta">
        {title}
      </Typography>
      {children}
    </Flex>
  </Flex>
);

/** Short sentences below each other. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} style={{ listStyle: 'disc', margin: 0, paddingInlineStart: '1.8rem' }}>
    {lines.map((line) => (
      <Typography key={line} tag="li" textColor="neutral800" style={{ display: 'list-item' }}>
        {line}
      </Typography>
    ))}
  </Flex>
);
