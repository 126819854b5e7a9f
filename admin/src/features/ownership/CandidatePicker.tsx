import { Button, Combobox, ComboboxOption, Field, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useState } from 'react';
import type { Candidate } from '../../../../contracts/http-owners';
import { Avatar } from '../../components/Avatar';
import { useText } from '../../hooks/useText';

/** The choice that is nobody. */
export const NOBODY = 'nobody';

/** Somebody to choose, with what is said of him beside his name. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly email?: string;
  readonly hint?: string;
}

interface CandidatePickerProps {
  readonly label: string;
  /** Where the choices come from. */
  readonly query: { readonly isError: boolean; readonly isFetching: boolean; refetch(): unknown };
  readonly choices: readonly Choice[];
  /** Said where there is nobody to choose. */
  readonly hint?: string | undefined;
  /** Said where nobody is called what was typed. */
  readonly noneFound?: string;
  /** Empty where nothing is chosen yet. */
  readonly value: string;
  onChoose(value: string): void;
}

const textOf = ({ name, email }: Choice): string => (email === undefined ? name : `${name} (${email})`);

const isCalled = (choice: Choice, text: string): boolean => textOf(choice).toLowerCase().includes(text.trim().toLowerCase());

/** Those who may own, with the size of their books. */
export const useChoices = (candidates: readonly Candidate[]): Choice[] => {
  const t = useText();
  return candidates.map(({ documentId, name, email, book }) => ({ value: documentId, name, email, hint: t('owner.book', { count: book }) }));
};

/**
 * One of several people, found by any part of name or address. The field is there from the start, and
 * stays: one that came to a dialog later would take the keyboard's Tab out of it.
 */
export const CandidatePicker = ({ label, query, choices, hint, noneFound, value, onChoose }: CandidatePickerProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const found = choices.filter((choice) => isCalled(choice, text));
  // The chosen one stays a choice, whatever is searched for: without him the field would forget his name.
  const shown = [...found, ...choices.filter((choice) => choice.value === value && !found.includes(choice))];
  return (
    <Field.Root name="owner" required>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value}
        placeholder={t('owners.choose')}
        autocomplete="none"
        loading={query.isFetching}
        loadingMessage={t('state.loading')}
        noOptionsMessage={() => noneFound ?? t('owners.none-found')}
        clearLabel={t('owners.clear')}
        onInputChange={(event) => setText(event.target.value)}
        onOpenChange={(isOpen) => !isOpen && setText('')}
        onChange={(chosen) => onChoose(chosen ?? '')}
        onClear={() => onChoose('')}
      >
        {shown.map((choice) => (
          <ComboboxOption key={choice.value} value={choice.value} textValue={textOf(choice)}>
            <Flex gap={3}>
              {choice.value !== NOBODY && <Avatar member={choice.value} name={choice.name} size={3.2} />}
              <Flex direction="column" alignItems="flex-start">
                <Typography>{choice.name}</Typography>
                {(choice.email ?? choice.hint) !== undefined && (
                  <Typography variant="pi" textColor="neutral600">
                    {[choice.email, choice.hint].filter(Boolean).join(' · ')}
                  </Typography>
                )}
              </Flex>
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      {query.isError && <Failure query={query} />}
      {!query.isError && hint !== undefined && <Typography textColor="neutral600">{hint}</Typography>}
    </Field.Root>
  );
};

const Failure = ({ query: { isFetching, refetch } }: Pick<CandidatePickerProps, 'query'>) => {
  const t = useText();
  return (
    <Flex role="alert" gap={4} paddingTop={2}>
      <Typography textColor="danger600">{t('state.error')}</Typography>
      <Button variant="secondary" size="S" startIcon={<ArrowClockwise />} loading={isFetching} onClick={() => void refetch()}>
        {t('state.retry')}
      </Button>
    </Flex>
  );
};
