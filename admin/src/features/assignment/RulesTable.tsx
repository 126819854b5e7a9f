import { VisuallyHidden } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { Condition } from '../../../../contracts/conditions';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { DataTable } from '../../components/DataTable';
import { useText } from '../../hooks/useText';
import { namedIn, relatedAmong } from './conditions/related';
import { RuleRow } from './RuleRow';
import { useReorder } from './useReorder';
import { useSpeaker } from './useSpeaker';

interface RulesTableProps {
  readonly type: RuleType;
  readonly rules: readonly RuleInfo[];
  readonly mayChange: boolean;
  /** Where a rule is edited. */
  linkTo(rule: string): string;
}


/** The rules of a type in the order in which they are asked. */
export const RulesTable = ({ type, rules, mayChange, linkTo }: RulesTableProps) => {
  const t = useText();
  const speaker = useSpeaker(relatedAmong(rules.flatMap(({ when }) => namedIn(when as Condition)), type.fields));
  const table = useRef<HTMLTableSectionElement>(null);
  const { reorder, said } = useReorder(type.type, rules, table);
  const [dragged, setDragged] = useState<number>();
  const columns = ['order', 'rule', 'when', 'then', 'state', ...(mayChange ? (['actions'] as const) : [])] as const;
  const head = columns.map((column) => (
    <th key={column} scope="col">
      {t(`rules.column.${column}`)}
    </th>
  ));
  return (
    <>
      <DataTable caption={t('rules.caption', { type: type.displayName })} head={head}>
        <tbody ref={table}>
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.documentId}
              rule={rule}
              type={type}
              index={index}
              count={rules.length}
              mayChange={mayChange}
              speaker={speaker}
              editAt={linkTo(rule.documentId)}
              onMove={(to) => void reorder(index, to)}
              drag={{ onStart: () => setDragged(index), onDrop: () => dragged !== undefined && void reorder(dragged, index) }}
            />
          ))}
        </tbody>
      </DataTable>
      <VisuallyHidden>
        <div role="status">{said}</div>
      </VisuallyHidden>
    </>
  );
};
