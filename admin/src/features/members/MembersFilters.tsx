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
      <SingleSelect size="S" aria-label={t('members.filter-role')} placeholder={t('members.any-role')} value={filters.role ?? ''} onChange={(role) => onChange({ role: String(role) })} onClear={() => onChange({ role: undefined })} clearLabel={t('members.any-role')}>
        {roles.map(({ key }) => (
          <SingleSelectOption key={key} value={key}>
            {label(key)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect size="S" aria-label={t('members.filter-status')} placeholder={t('members.any-status')} value={filters.status ?? ''} onChange={(status) => onChange({ status: String(status) })} onClear={() => onChange({ status: undefined })} clearLabel={t('members.any-status')}>
        {STATUSES.map((status) => (
          <SingleSelectOption key={status} value={status}>
            {t(`members.status.${status}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};

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
