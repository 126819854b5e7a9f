import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

/** How far a job is, as wide as the page. The design system's is for a corner of a card. */
export const Progress = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  > * {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;
