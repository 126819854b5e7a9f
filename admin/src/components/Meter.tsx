import { styled } from 'styled-components';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  /** The largest of its kind: a bar from end to end. */
  readonly most: number;
}

/** An amount beside the others of its kind, as a bar that a screen reader can read too: the design system's keeps its value to itself. */
export const Meter = ({ label, value, most }: MeterProps) => (
  <Track role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={most} aria-valuenow={value}>
    <Bar style={{ width: `${most === 0 ? 0 : (100 * value) / most}%` }} />
  </Track>
);

const Track = styled.div`
  overflow: hidden;
  height: 0.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background-color: ${({ theme }) => theme.colors.neutral200};
`;

const Bar = styled.div`
  height: 100%;
  border-radius: inherit;
  background-color: ${({ theme }) => theme.colors.primary600};
`;
