import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  readonly children: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

const COLORS = { info: 'secondary', success: 'success', warning: 'warning', danger: 'danger' } as const;
const ICONS = { info: Information, success: CheckCircle, warning: WarningCircle, danger: WarningCircle } as const;

/** Something to know about what is on the screen. What went wrong is said aloud when it appears. */
export const Notice = ({ kind, children, action }: NoticeProps) => {
  const color = COLORS[kind];
  const Icon = ICONS[kind];
  return (
    <Box {...(kind === 'danger' && { role: 'alert' })} padding={4} hasRadius background={`${color}100`} borderColor={`${color}200`}>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Icon aria-hidden fill={`${color}700`} style={{ flexShrink: 0, marginBlockStart: '0.2rem' }} />
        <Box flex="1">
          <Typography textColor="neutral800">{children}</Typography>
        </Box>
        {action}
      </Flex>
    </Box>
  );
};
