import { Button, Flex } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useState, type ReactNode } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';
import { useChange } from '../../hooks/useChange';
import type { Refusal } from '../../hooks/refusal';
import { useText } from '../../hooks/useText';
import { usePreviewRules, type WrittenRule } from './api';
import { DryRunResult } from './DryRunResult';

interface DryRunProps {
  readonly type: RuleType;
  /** The rule that is being written; none for the rules as they are. */
  readonly rule?: WrittenRule;
  /** Whether the rule can be sent. */
  check?(): boolean;
  onRefused?(refusal: Refusal): boolean;
  /** Buttons beside that of the dry run. */
  readonly children?: ReactNode;
}

/** What the rules would move if they were these, tried on the records that are there. Nothing moves. */
export const DryRun = ({ type, rule, check = () => true, onRefused, children }: DryRunProps) => {
  const t = useText();
  const change = useChange();
  const [preview, { data, isLoading }] = usePreviewRules();
  const [tried, setTried] = useState<string>();
  const now = JSON.stringify(rule ?? null);

  const run = async () => {
    if (!check()) return;
    const question = { type: type.type, ...(rule && { rule }) };
    if (await change(() => preview(question).unwrap(), undefined, onRefused)) setTried(now);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={2} justifyContent="flex-end" wrap="wrap">
        <Button variant="secondary" startIcon={<Play />} loading={isLoading} onClick={() => void run()}>
          {t('dry-run.run')}
        </Button>
        {children}
      </Flex>
      {data && tried !== undefined && <DryRunResult type={type} preview={data} isOld={tried !== now} />}
    </Flex>
  );
};
