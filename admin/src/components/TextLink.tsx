import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface TextLinkProps {
  readonly to: string;
  /** The whole sentence, where the text alone would be one of many alike. It begins with the text. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link within the panel. */
export const TextLink = ({ to, label, children }: TextLinkProps) => (
  <Link tag={RouterLink} to={to} {...(label !== undefined && { 'aria-label': label })}>
    {children}
  </Link>
);
