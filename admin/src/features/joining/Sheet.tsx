import { Box, Flex, Main, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface SheetProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of its own for whoever is not signed in: one thing, in the middle. */
export const Sheet = ({ title, children }: SheetProps) => (
  <Main>
    <Flex justifyContent="center" alignItems="flex-start" minHeight="100vh" padding={6} paddingTop={11} background="neutral100">
      <Box width="100%" maxWidth="55rem" padding={8} background="neutral0" hasRadius shadow="tableShadow">
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography tag="h1" variant="alpha">
            {title}
          </Typography>
          {children}
        </Flex>
      </Box>
    </Flex>
  </Main>
);
