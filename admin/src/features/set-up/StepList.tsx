import { Box, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useText } from '../../hooks/useText';
import { STEPS, type Step } from './steps';

interface StepListProps {
  readonly current: Step;
  readonly done: ReadonlySet<Step>;
}

/** The whole way at a glance. Every step can be gone to at any time: none locks another. */
export const StepList = ({ current, done }: StepListProps) => {
  const t = useText();
  return (
    <Box tag="nav" aria-label={t('setup.steps')} width="24rem" style={{ flexShrink: 0 }}>
      <List>
        {STEPS.map((step, index) => (
          <li key={step}>
            <StepLink to={`?step=${step}`} {...(step === current && { 'aria-current': 'step' })}>
              <Flex gap={3}>
                <Mark $isDone={done.has(step)} $isCurrent={step === current}>
                  {done.has(step) ? <Check aria-label={t('setup.done')} role="img" width="1.2rem" /> : index + 1}
                </Mark>
                <Typography fontWeight={step === current ? 'bold' : 'regular'} textColor="neutral800">
                  {t(`setup.step.${step}`)}
                </Typography>
              </Flex>
            </StepLink>
          </li>
        ))}
      </List>
    </Box>
  );
};

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[1]};
`;

const StepLink = styled(Link)`
  display: block;
  text-decoration: none;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};

  &[aria-current],
  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

const Mark = styled.span<{ $isDone: boolean; $isCurrent: boolean }>`
  display: grid;
  place-items: center;
  width: 2.4rem;
  height: 2.4rem;
  flex-shrink: 0;
  border-radius: 50%;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  border: 1px solid ${({ theme, $isDone, $isCurrent }) => ($isDone ? theme.colors.success700 : $isCurrent ? theme.colors.primary700 : theme.colors.neutral500)};
  color: ${({ theme, $isDone, $isCurrent }) => ($isDone ? theme.colors.success700 : $isCurrent ? theme.colors.primary700 : theme.colors.neutral700)};

  path {
    fill: currentColor;
  }
`;
