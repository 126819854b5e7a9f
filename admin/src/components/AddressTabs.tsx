import { Box, Tabs } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useSearchState } from '../hooks/useSearchState';

interface AddressTabsProps<Name extends string> {
  readonly label: string;
  /** By name, in their order; the first one shows where the address names none. */
  readonly tabs: Readonly<Partial<Record<Name, ReactNode>>>;
  /** What a tab has put into the address that says nothing on another. */
  readonly forget?: readonly string[];
  labelOf(name: Name): string;
}

/** Tabs of a page, of which the address says which one shows. */
export const AddressTabs = <Name extends string>({ label, tabs, labelOf, forget = [] }: AddressTabsProps<Name>) => {
  const [search, setSearch] = useSearchState();
  const names = Object.keys(tabs) as Name[];
  const current = names.find((name) => name === search.get('tab')) ?? names[0];
  const forgotten = Object.fromEntries(forget.map((key) => [key, undefined]));
  return (
    <Tabs.Root variant="simple" value={current ?? ''} onValueChange={(tab: string) => setSearch({ ...forgotten, tab })}>
      <Tabs.List aria-label={label}>
        {names.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {labelOf(name)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Box paddingTop={5}>
        {names.map((name) => (
          <Tabs.Content key={name} value={name}>
            {tabs[name]}
          </Tabs.Content>
        ))}
      </Box>
    </Tabs.Root>
  );
};
