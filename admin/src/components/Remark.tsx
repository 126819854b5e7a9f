import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface RemarkProps {
  readonly kind: 'warning' | 'danger';
  readonly children: ReactNode;
}

// Amber on white is too pale to be read, as are the design system's badges.
const COLORS = { warning: 'neutral800', danger: 'danger700' } as const;

/** Something out of the ordinary about a row. */
export const Remark = ({ kind, children }: RemarkProps) => (
  <Flex gap={1} alignItems="flex-start">
    <WarningCircle aria-hidden fill={`${kind}700`} style={{ flexShrink: 0, marginBlockStart: '0.1rem' }} />
    <Typography variant="pi" textColor={COLORS[kind]}>
      {children}
    </Typography>
  </Flex>
);
