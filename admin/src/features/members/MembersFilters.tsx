import { Flex, SearchForm, Searchbar, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { STATUSES } from './StatusBadge';

/** What the list is narrowed to; undefined is everything. */
export interface Filters {
  readonly search: string | undefined;
  readonly role: string | undefined;
  readonly status: string | undefined;
}

interface MembersFiltersProps {
  readonly filters: Filters;
  readonly roles: readonly MatrixRole[];
  onChange(change: Partial<Filters>): void;
}

/** Who was deleted is found by his status alone. */
export const MembersFilters = ({ filters, roles, onChange }: MembersFiltersProps) => {
  const t = useText();
  const label = useRoleLabel(roles);
  return (
    <Flex gap={3} wrap="wrap">
      <Search value={filters.search ?? ''} onSearch={(search) => onChange({ search: search === '' ? undefined : search })} />
      <Filter label={t('members.filter-role')} any={t('members.any-role')} value={filters.role} options={roles.map(({ key }) => ({ value: key, label: label(key) }))} onChoose={(role) => onChange({ role })} />
      <Filter label={t('members.filter-status')} any={t('members.any-status')} value={filters.status} options={STATUSES.map((status) => ({ value: status, label: t(`members.status.${status}`) }))} onChoose={(status) => onChange({ status })} />
    </Flex>
  );
};

interface FilterProps {
  readonly label: string;
  /** What is chosen where nothing is. */
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string | undefined): void;
}

const ANY = 'any';

/** One of a few, or any: an option, as the design system's button that clears is too small to be hit. */
const Filter = ({ label, any, value = ANY, options, onChoose }: FilterProps) => (
  <SingleSelect size="S" aria-label={label} value={value} onChange={(chosen) => onChoose(chosen === ANY ? undefined : String(chosen))}>
    {[{ value: ANY, label: any }, ...options].map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);

/** Searches when Enter is pressed, as everywhere in the panel. */
const Search = ({ value, onSearch }: { readonly value: string; onSearch(text: string): void }) => {
  const t = useText();
  const [text, setText] = useState(value);
  const clear = () => {
    setText('');
    onSearch('');
  };
  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <Searchbar name="search" size="S" value={text} onChange={(event) => setText(event.target.value)} onClear={clear} clearLabel={t('members.clear-search')} placeholder={t('members.search-hint')}>
        {t('members.search')}
      </Searchbar>
    </SearchForm>
  );
};
