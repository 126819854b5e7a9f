import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../hooks/useText';
import { STEPS, type Step } from './steps';

interface StepFrameProps {
  readonly step: Step;
  readonly children: ReactNode;
}

/** A step: what it is about, what there is to do, and the way to the ones beside it. */
export const StepFrame = ({ step, children }: StepFrameProps) => {
  const t = useText();
  const index = STEPS.indexOf(step);
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]];
  return (
    <Flex tag="section" aria-label={t(`setup.step.${step}`)} direction="column" alignItems="stretch" gap={5} flex="1" minWidth="0">
      <div>
        <Typography variant="beta" tag="h2">
          {t(`setup.step.${step}`)}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {t(`setup.${step}.intro`)}
        </Typography>
      </div>
      {children}
      <Flex justifyContent="space-between" gap={4} paddingTop={2}>
        {before === undefined ? (
          <span />
        ) : (
          <LinkButton tag={Link} to={`?step=${before}`} variant="tertiary" startIcon={<ArrowLeft />}>
            {t(`setup.step.${before}`)}
          </LinkButton>
        )}
        {after !== undefined && (
          <LinkButton tag={Link} to={`?step=${after}`} variant="secondary" endIcon={<ArrowRight />}>
            {t(`setup.step.${after}`)}
          </LinkButton>
        )}
      </Flex>
    </Flex>
  );
};
