import { Badge, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { Condition } from '../../../../contracts/conditions';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { Remark } from '../../components/Remark';
import { useText } from '../../hooks/useText';
import { conditionInWords, type Speaker } from './conditions/words';
import { DeleteRule } from './DeleteRule';
import { MoveButtons } from './MoveButtons';
import { RuleSwitch } from './RuleSwitch';
import { useTargetWords } from './useTargetWords';

interface RuleRowProps {
  readonly rule: RuleInfo;
  readonly type: RuleType;
  readonly index: number;
  readonly count: number;
  readonly mayChange: boolean;
  readonly speaker: Speaker;
  readonly editAt: string;
  readonly drag: { onStart(): void; onDrop(): void };
  onMove(to: number): void;
}

/** One rule as a sentence: when it holds, and who gets the records then. */
export const RuleRow = ({ rule, type, index, count, mayChange, speaker, editAt, drag, onMove }: RuleRowProps) => {
  const t = useText();
  const targetWords = useTargetWords(type);
  return (
    <tr
      data-rule={rule.documentId}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drag.onDrop();
      }}
    >
      <td>{mayChange ? <MoveButtons name={rule.name} index={index} count={count} onDragStart={drag.onStart} onMove={onMove} /> : index + 1}</td>
      <th scope="row">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography fontWeight="semiBold">{rule.name}</Typography>
          {rule.problem && <Remark kind="danger">{t(`rules.problem.${rule.problem}`)}</Remark>}
          <Remarks rule={rule} />
        </Flex>
      </th>
      <td>{conditionInWords(rule.when as Condition, type.fields, speaker)}</td>
      <td>
        {targetWords(rule.target).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
      <td>{mayChange ? <RuleSwitch rule={rule} /> : <Badge variant={rule.isActive ? 'success' : 'neutral'}>{t(rule.isActive ? 'rules.on' : 'rules.off')}</Badge>}</td>
      {mayChange && (
        <td>
          <Flex gap={1}>
            <LinkButton tag={Link} to={editAt} variant="tertiary" size="S" startIcon={<Pencil />} aria-label={t('rules.edit-what', { name: rule.name })}>
              {t('common.edit')}
            </LinkButton>
            <DeleteRule rule={rule} />
          </Flex>
        </td>
      )}
    </tr>
  );
};

/** What is out of the ordinary: that it goes past a choice by hand, and that it does not hold always. */
const Remarks = ({ rule: { override, startsAt, endsAt } }: { readonly rule: RuleInfo }) => {
  const t = useText();
  const { formatDate } = useIntl();
  const time = (moment: string | null) => formatDate(moment ?? undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const lines = [
    ...(override ? [t('rules.overrides')] : []),
    ...(startsAt === null ? [] : [t('rules.from', { time: time(startsAt) })]),
    ...(endsAt === null ? [] : [t('rules.until', { time: time(endsAt) })]),
  ];
  return lines.map((line) => (
    <Typography key={line} variant="pi" textColor="neutral600">
      {line}
    </Typography>
  ));
};
