import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

interface ProgressProps {
  readonly label: string;
  /** In percent. */
  readonly value: number;
}

/** How far a job is, as wide as the page. The design system's own keeps the value from a screen reader. */
export const Progress = ({ label, value }: ProgressProps) => <Bar aria-label={label} value={value} aria-valuenow={value} aria-valuetext={`${value}%`} />;

const Bar = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  > * {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;
