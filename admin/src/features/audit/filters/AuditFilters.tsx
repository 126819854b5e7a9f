import { Box, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useName, useText } from '../../../hooks/useText';
import { MemberPicker } from '../../members/MemberPicker';
import { ActionPicker } from './ActionPicker';
import { isBackwards, type FilterName, type Filters } from './filters';
import { DayFilter, TextFilter } from './TypedFilters';

const OUTCOMES = ['done', 'refused'] as const;

interface AuditFiltersProps {
  readonly filters: Filters;
  /** Members whose names are on the page. */
  readonly people: readonly { readonly documentId: string; readonly name: string | null }[];
  onChange(change: Filters): void;
  /** What can be done with the filters as a whole. */
  readonly children: ReactNode;
}

/** What is looked for in the log. Several filters hold together. */
export const AuditFilters = ({ filters, people, onChange, children }: AuditFiltersProps) => {
  const t = useText();
  // A combobox says its value once more when it is left: that must not lead back to the newest page.
  const set = (name: FilterName) => (value: string) => {
    if (value !== (filters[name] ?? '')) onChange({ [name]: value === '' ? undefined : value });
  };
  const { actor = '', action = '', outcome = '', target = '', from = '', to = '' } = filters;
  const fields = [
    <MemberPicker key="actor" label={t('audit.who')} placeholder={t('audit.filter.anybody')} value={actor} known={people} onChoose={set('actor')} />,
    <ActionPicker key="action" value={action} onChoose={set('action')} />,
    <OutcomePicker key="outcome" value={outcome} onChoose={set('outcome')} />,
    <DayFilter key="from" name="from" label={t('audit.filter.from')} hint={t('audit.filter.day-hint')} value={from} onChange={set('from')} />,
    <DayFilter key="to" name="to" label={t('audit.filter.to')} hint={t('audit.filter.day-hint')} value={to} error={isBackwards(filters) ? t('audit.filter.backwards') : undefined} onChange={set('to')} />,
    <TextFilter key="target" name="target" label={t('audit.target')} hint={t('audit.filter.target-hint')} value={target} onChange={set('target')} />,
  ];
  return (
    <Box role="search" aria-label={t('audit.filter.title')} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={5}>
      <Grid.Root gap={4}>
        {fields.map((field) => (
          <Grid.Item key={field.key} col={4} s={12} alignItems="flex-start">
            {field}
          </Grid.Item>
        ))}
      </Grid.Root>
      {children}
    </Box>
  );
};

interface OutcomePickerProps {
  readonly value: string;
  onChoose(outcome: string): void;
}

const OutcomePicker = ({ value, onChoose }: OutcomePickerProps) => {
  const t = useText();
  const name = useName();
  return (
    <Field.Root name="outcome" width="100%">
      <Field.Label>{t('audit.outcome')}</Field.Label>
      <SingleSelect value={value} placeholder={t('audit.filter.any-outcome')} clearLabel={t('audit.filter.any-outcome')} onChange={(outcome) => onChoose(String(outcome))} onClear={() => onChoose('')}>
        {OUTCOMES.map((outcome) => (
          <SingleSelectOption key={outcome} value={outcome}>
            {name('audit.outcome', outcome)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
