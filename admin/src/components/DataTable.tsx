import { Box, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

interface DataTableProps {
  /** What the table is about, for those who cannot see where it stands. */
  readonly caption: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
  /** Keeps the head in sight while the body scrolls. */
  readonly maxHeight?: string;
}

/**
 * A table to read: a native one, whose headers a screen reader announces. The design system's own is a
 * grid to work in, where every cell takes the keyboard.
 */
export const DataTable = ({ caption, head, children, maxHeight }: DataTableProps) => (
  <Frame background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150">
    <Scroller role="region" aria-label={caption} tabIndex={0} style={{ maxHeight }}>
      <Table>
        <VisuallyHidden tag="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>{head}</tr>
        </thead>
        {children}
      </Table>
    </Scroller>
  </Frame>
);

// The head of the table stays in sight within its frame, and never goes over the head of the page.
const Frame = styled(Box)`
  overflow: hidden;
  isolation: isolate;
`;

const Scroller = styled.div`
  overflow: auto;
  position: relative;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

const Table = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[4]};

  th,
  td {
    text-align: start;
    vertical-align: middle;
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    background: ${({ theme }) => theme.colors.neutral0};
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    height: 4.8rem;
    white-space: nowrap;
    font-size: ${({ theme }) => theme.fontSizes[0]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    text-transform: uppercase;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  tbody th {
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }

  tbody:last-child tr:last-child > * {
    border-block-end: none;
  }
`;
