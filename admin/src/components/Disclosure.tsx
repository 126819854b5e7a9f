import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

interface DisclosureProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/** What few need, behind a line that says what it is: the browser's own, which a keyboard and a screen reader know. */
export const Disclosure = ({ summary, children }: DisclosureProps) => (
  <details>
    <Summary>{summary}</Summary>
    <Box paddingTop={3}>{children}</Box>
  </details>
);

const Summary = styled.summary`
  width: fit-content;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[4]};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
