import { Box, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { styled } from 'styled-components';

interface EntrySectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of what is told of an entry, under its heading. */
export const EntrySection = ({ title, children }: EntrySectionProps) => {
  const heading = useId();
  return (
    <Box tag="section" aria-labelledby={heading}>
      <Box paddingBottom={3}>
        <Typography id={heading} variant="delta" tag="h3">
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  );
};

/** Facts beside one another, as many as find room. */
export const Facts = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  overflow-wrap: anywhere;
`;
