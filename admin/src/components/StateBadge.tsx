import { Badge, type BadgeProps } from '@strapi/design-system';

type Tone = 'neutral' | 'primary' | 'secondary' | 'success' | 'warning' | 'danger';

interface StateBadgeProps {
  readonly tone: Tone;
  readonly children: string;
}

/** Where the design system's own pair of colours is too pale to be read, in its light theme or in its dark one. */
const READABLE: Readonly<Partial<Record<Tone, Pick<BadgeProps, 'backgroundColor' | 'textColor'>>>> = {
  primary: { backgroundColor: 'primary100', textColor: 'primary700' },
  warning: { backgroundColor: 'warning200', textColor: 'neutral800' },
  danger: { backgroundColor: 'danger100', textColor: 'danger700' },
};

/** In which state something is, as a word in its colour. */
export const StateBadge = ({ tone, children }: StateBadgeProps) => <Badge {...(READABLE[tone] ?? { variant: tone })}>{children}</Badge>;
