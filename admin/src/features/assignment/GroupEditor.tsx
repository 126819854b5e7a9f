import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useRef } from 'react';
import { Choice } from '../../components/Choice';
import { useText } from '../../hooks/useText';
import { isGroup, JOINS, newGroup, newTest, type DraftGroup, type DraftPart, type Join } from './conditions/draft';
import type { PartErrors } from './conditions/errors';
import { TestRow } from './TestRow';

interface GroupEditorProps {
  readonly group: DraftGroup;
  /** `2.1` is the first part of the second; empty for the whole condition. */
  readonly number: string;
  readonly errors: PartErrors;
  /** The part that was added last. */
  readonly added: string | undefined;
  onChange(group: DraftGroup): void;
  /** Tells which part has been added, so that it takes the keyboard. */
  onAdd(id: string): void;
  onRemove?(): void;
}

/** Deeper than this nobody follows; the server takes a little more, from code. */
const MAX_DEPTH = 4;

/** Conditions that go together: how, and which. A group may stand within a group. */
export const GroupEditor = ({ group, number, errors, added, onChange, onAdd, onRemove }: GroupEditorProps) => {
  const t = useText();
  const adders = useRef<HTMLDivElement>(null);
  const isRoot = number === '';
  const depth = isRoot ? 1 : number.split('.').length + 1;
  const error = errors.get(group.id);

  const add = (part: DraftPart) => {
    onChange({ ...group, parts: [...group.parts, part] });
    onAdd(isGroup(part) ? (part.parts[0]?.id ?? part.id) : part.id);
  };
  const replace = (id: string, by: DraftPart) => onChange({ ...group, parts: group.parts.map((part) => (part.id === id ? by : part)) });
  const remove = (id: string) => {
    onChange({ ...group, parts: group.parts.filter((part) => part.id !== id) });
    adders.current?.querySelector('button')?.focus();
  };

  return (
    <Box role="group" aria-label={isRoot ? t('condition.whole') : t('condition.group-number', { number })} padding={isRoot ? 0 : 4} hasRadius {...(!isRoot && { background: 'neutral100', borderColor: 'neutral200' })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2} alignItems="flex-start">
          <Box flex="1" maxWidth="36rem">
            <Choice name={`${group.id}-join`} label={t('condition.join')} isLabelHidden size="S" value={group.join} options={JOINS.map((join) => ({ value: join, label: t(`condition.join.${join}`) }))} onChoose={(join: Join) => onChange({ ...group, join })} />
          </Box>
          {onRemove && (
            <IconButton variant="ghost" label={t('condition.remove-group', { number })} onClick={onRemove}>
              <Trash />
            </IconButton>
          )}
        </Flex>
        {group.parts.map((part, index) => {
          const within = isRoot ? String(index + 1) : `${number}.${index + 1}`;
          return isGroup(part) ? (
            <GroupEditor key={part.id} group={part} number={within} errors={errors} added={added} onChange={(changed) => replace(part.id, changed)} onAdd={onAdd} onRemove={() => remove(part.id)} />
          ) : (
            <TestRow key={part.id} test={part} number={within} error={errors.get(part.id)} isNew={part.id === added} onChange={(changed) => replace(part.id, changed)} onRemove={() => remove(part.id)} />
          );
        })}
        {isRoot && group.parts.length === 0 && <Typography textColor="neutral600">{t('condition.every-record')}</Typography>}
        {error && (
          <Typography variant="pi" textColor="danger600" role="alert">
            {error.message}
          </Typography>
        )}
        <Flex ref={adders} gap={2} wrap="wrap">
          <Button variant="secondary" size="S" startIcon={<Plus />} onClick={() => add(newTest())}>
            {t('condition.add')}
          </Button>
          {depth < MAX_DEPTH && (
            <Button variant="tertiary" size="S" startIcon={<Plus />} onClick={() => add(newGroup(group.join === 'any' ? 'all' : 'any'))}>
              {t('condition.add-group')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
