import { useState, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/useText';
import type { Bar } from './bars';
import { stepOf } from './step';
import { useDayNames } from './useDayNames';

interface DayBarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  onChoose(from: string, to: string): void;
}

/** Bars that are buttons, one stop of the Tab key together: within, the arrows lead on. A day without entries is none. */
export const DayBars = ({ label, bars, onChoose }: DayBarsProps) => {
  const t = useText();
  const { days } = useDayNames();
  const [visited, setVisited] = useState<string>();
  const full = bars.filter(({ entries }) => entries > 0);
  const stop = full.find(({ from }) => from === visited) ?? full.at(-1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const aim = stepOf(event.key, buttons.findIndex((button) => button === document.activeElement), buttons.length);
    if (aim === undefined) return;
    event.preventDefault();
    buttons[aim]?.focus();
  };
  return (
    <Row role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {bars.map(({ from, to, entries, percent }) => {
        const says = t('audit.days.bar', { when: days(from, to), count: entries });
        if (entries === 0) return <Slot key={from} title={says} />;
        return (
          <Slot key={from} as="button" type="button" title={says} aria-label={says} tabIndex={from === stop?.from ? 0 : -1} onFocus={() => setVisited(from)} onClick={() => onChoose(from, to)}>
            <Filling style={{ height: `${percent}%` }} />
          </Slot>
        );
      })}
    </Row>
  );
};

const Row = styled.div`
  display: flex;
  gap: 2px;
  height: 12rem;
  overflow-x: auto;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

const Filling = styled.span`
  display: block;
  width: 100%;
  min-height: 2px;
  border-start-start-radius: ${({ theme }) => theme.borderRadius};
  border-start-end-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary600};
`;

// As wide as a finger needs it, and as high as the chart: a small bar is hit as easily as a large one.
const Slot = styled.span`
  display: flex;
  flex: 1;
  align-items: flex-end;
  min-width: 2.4rem;
  max-width: 8rem;
  height: 100%;
  padding: 0;
  border: none;
  background: transparent;

  &:is(button) {
    cursor: pointer;
  }

  &:is(button):hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }

  &:focus-visible ${Filling}, &:hover ${Filling} {
    background: ${({ theme }) => theme.colors.primary700};
  }
`;
