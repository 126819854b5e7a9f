import { Button, Flex, IconButton } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { useState } from 'react';
import { useText } from '../../../hooks/useText';
import { filtersIn, searchOf, type Filters } from './filters';
import { SaveFiltersDialog } from './SaveFiltersDialog';
import { useSavedFilters } from './useSavedFilters';

interface FilterActionsProps {
  readonly filters: Filters;
  onReplace(filters: Filters): void;
}

/** Filters that somebody has kept, each to be looked for again; and what can be done with those that hold now. */
export const FilterActions = ({ filters, onReplace }: FilterActionsProps) => {
  const t = useText();
  const { saved, save, remove } = useSavedFilters();
  const [isSaving, setSaving] = useState(false);
  const current = searchOf(filters);
  if (saved.length === 0 && current === '') return null;
  return (
    <Flex gap={2} paddingTop={4} wrap="wrap">
      {saved.length > 0 && (
        <Flex tag="ul" gap={2} wrap="wrap" aria-label={t('audit.saved.title')}>
          {saved.map(({ name, search }) => (
            <Flex key={name} tag="li" gap={1}>
              <Button variant={search === current ? 'secondary' : 'tertiary'} size="S" aria-pressed={search === current} onClick={() => onReplace(filtersIn(new URLSearchParams(search)))}>
                {name}
              </Button>
              <IconButton variant="ghost" size="S" label={t('audit.saved.delete', { name })} onClick={() => remove(name)}>
                <Cross />
              </IconButton>
            </Flex>
          ))}
        </Flex>
      )}
      {current !== '' && (
        <>
          <Button variant="tertiary" size="S" startIcon={<Plus />} onClick={() => setSaving(true)}>
            {t('audit.saved.save')}
          </Button>
          <Button variant="tertiary" size="S" onClick={() => onReplace({})}>
            {t('audit.filter.clear')}
          </Button>
        </>
      )}
      {isSaving && <SaveFiltersDialog onSave={(name) => save({ name, search: current })} onClose={() => setSaving(false)} />}
    </Flex>
  );
};
