import { Box, Flex, Grid, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import type { Operator } from '../../../../contracts/conditions';
import { Choice } from '../../components/Choice';
import { useText } from '../../hooks/useText';
import type { DraftTest } from './conditions/draft';
import { withField, withOperator } from './conditions/edit';
import { OPERATORS_BY_KIND } from './conditions/operators';
import type { PartError } from './conditions/errors';
import { useFields } from './useFields';
import { ValueInput } from './ValueInput';

interface TestRowProps {
  readonly test: DraftTest;
  /** Its number within its group, for those who cannot see where it stands. */
  readonly number: string;
  readonly error: PartError | undefined;
  /** It has just been added, and takes the keyboard. */
  readonly isNew: boolean;
  onChange(test: DraftTest): void;
  onRemove(): void;
}

/** One condition: which field, which question, which value. */
export const TestRow = ({ test, number, error, isNew, onChange, onRemove }: TestRowProps) => {
  const t = useText();
  const fields = useFields();
  const row = useRef<HTMLDivElement>(null);
  const field = fields.find(({ path }) => path === test.field);
  const errorAt = (part: PartError['at']) => (error?.at === part ? error.message : undefined);

  useEffect(() => {
    if (isNew) row.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }, [isNew]);

  const chooseField = (path: string) => {
    const chosen = fields.find((one) => one.path === path);
    if (chosen) onChange(withField(test, path, chosen.kind));
  };
  // What is not there any more stays in sight, so that it can be put right.
  const paths = [...fields.map(({ path }) => path), ...(field || test.field === '' ? [] : [test.field])];

  return (
    <Flex ref={row} role="group" aria-label={t('condition.number', { number })} gap={2} alignItems="flex-start" width="100%">
      <Box flex="1">
        <Grid.Root gap={2}>
          <Grid.Item col={4} s={12} alignItems="stretch">
            <Choice name={`${test.id}-field`} label={t('condition.field')} isLabelHidden value={test.field} placeholder={t('condition.choose-field')} error={errorAt('field')} options={paths.map((path) => ({ value: path, label: path }))} onChoose={chooseField} />
          </Grid.Item>
          <Grid.Item col={3} s={12} alignItems="stretch">
            {field && (
              <Choice
                name={`${test.id}-operator`}
                label={t('condition.operator')}
                isLabelHidden
                value={test.operator}
                error={errorAt('operator')}
                options={OPERATORS_BY_KIND[field.kind].map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
                onChoose={(operator: Operator) => onChange(withOperator(test, operator))}
              />
            )}
          </Grid.Item>
          <Grid.Item col={5} s={12} alignItems="stretch">
            {field && <ValueInput key={`${test.field} ${test.operator}`} test={test} field={field} error={errorAt('value')} onChange={(value) => onChange({ ...test, value })} />}
          </Grid.Item>
        </Grid.Root>
      </Box>
      <Box paddingTop={1}>
        <IconButton variant="ghost" label={t('condition.remove', { number })} onClick={onRemove}>
          <Trash />
        </IconButton>
      </Box>
    </Flex>
  );
};
