import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface RemarkProps {
  readonly kind: 'warning' | 'danger';
  readonly children: ReactNode;
}

/** Something out of the ordinary about a row. The design system's badges are too pale for words that matter. */
export const Remark = ({ kind, children }: RemarkProps) => (
  <Flex gap={1} alignItems="flex-start">
    <WarningCircle aria-hidden fill={`${kind}700`} style={{ flexShrink: 0, marginBlockStart: '0.1rem' }} />
    <Typography variant="pi" textColor={`${kind}700`}>
      {children}
    </Typography>
  </Flex>
);
