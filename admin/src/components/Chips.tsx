import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useText } from '../hooks/useText';

interface ChipsProps {
  /** What is chosen, by what it is called. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
  onRemove(id: string): void;
}

/** What has been chosen from a field above, each to be taken out again. */
export const Chips = ({ items, onRemove }: ChipsProps) => {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {items.map(({ id, label }) => (
        <Tag
          key={id}
          icon={<Cross aria-hidden />}
          label={t('common.remove-what', { what: label })}
          onClick={(event) => {
            // The design system's button would send the form that it stands in.
            event.preventDefault();
            onRemove(id);
          }}
        >
          {label}
        </Tag>
      ))}
    </Flex>
  );
};
