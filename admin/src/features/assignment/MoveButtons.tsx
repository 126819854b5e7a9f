import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Drag } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../hooks/useText';

interface MoveButtonsProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  onDragStart(): void;
  onMove(to: number): void;
}

/** The place of a rule, with buttons to move it and a handle to drag it by. */
export const MoveButtons = ({ name, index, count, onDragStart, onMove }: MoveButtonsProps) => {
  const t = useText();
  return (
    <Flex gap={1}>
      {/* For the mouse alone: everybody else has the buttons. */}
      <Handle aria-hidden draggable onDragStart={onDragStart}>
        <Drag />
      </Handle>
      <Typography>{index + 1}</Typography>
      <IconButton variant="ghost" size="S" data-move="up" label={t('rules.move-up', { name })} disabled={index === 0} onClick={() => onMove(index - 1)}>
        <ArrowUp />
      </IconButton>
      <IconButton variant="ghost" size="S" data-move="down" label={t('rules.move-down', { name })} disabled={index === count - 1} onClick={() => onMove(index + 1)}>
        <ArrowDown />
      </IconButton>
    </Flex>
  );
};

const Handle = styled.span`
  display: inline-flex;
  padding: ${({ theme }) => theme.spaces[1]};
  cursor: grab;

  svg path {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;
