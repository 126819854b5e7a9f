import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { Notice } from '../../components/Notice';
import { useText } from '../../hooks/useText';
import { FlowsTable } from '../moves/FlowsTable';
import { MovesTable } from '../moves/MovesTable';

interface DryRunResultProps {
  readonly type: RuleType;
  readonly preview: MovePreview;
  /** The rule has been changed since. */
  readonly isOld: boolean;
}

/** How many records of how many would move, from whom to whom, and the first of them. */
export const DryRunResult = ({ type, preview: { examined, moving, waiting, flows, moves }, isOld }: DryRunResultProps) => {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);

  // It appears below everything else. Nothing is given back: newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, [moves]);

  return (
    <Box ref={box} tag="section" aria-label={t('dry-run.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <div role="status">
          <Typography variant="delta" tag="h3">
            {t('dry-run.moving', { moving, examined })}
          </Typography>
          {waiting > 0 && <Typography>{t('dry-run.waiting', { waiting })}</Typography>}
        </div>
        {isOld && <Notice kind="warning">{t('dry-run.old')}</Notice>}
        {flows.length > 0 && <FlowsTable flows={flows} />}
        {moves.length > 0 && (
          <>
            {moves.length < moving && <Typography textColor="neutral600">{t('dry-run.first', { count: moves.length })}</Typography>}
            <MovesTable caption={t('dry-run.moves')} type={type.type} fields={type.fields} moves={moves} />
          </>
        )}
        <Typography textColor="neutral600">{t('dry-run.nothing-moved')}</Typography>
      </Flex>
    </Box>
  );
};
