import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A key, an id or a uid: what code and configuration call something. */
export const Code = ({ children }: { readonly children: ReactNode }) => (
  <Typography variant="pi" textColor="neutral600" tag="code" style={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);
