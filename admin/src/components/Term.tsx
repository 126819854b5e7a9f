import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** What is said of something, under its heading. Stands in a `dl`. */
export const Term = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Box>
    <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
      {label}
    </Typography>
    <Box tag="dd">{children}</Box>
  </Box>
);
