import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { ChooseAll, ChooseOne, type Choosing } from '../../components/Choosing';
import { DataTable } from '../../components/DataTable';
import { PersonName } from '../../components/PersonName';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { relatedAmong } from '../assignment/conditions/related';
import { useSpeaker } from '../assignment/useSpeaker';
import { recordAddress } from '../content/recordAddress';
import { namedInReasons } from './namedInReasons';
import { Why } from './Why';

interface MovesTableProps {
  readonly caption: string;
  readonly type: string;
  readonly fields: RuleType['fields'];
  readonly moves: MovePreview['moves'];
  /** Why, where no rule has done it: a person did, unless it is said. */
  readonly withoutRule?: string;
  /** Where some of the moves can be picked out. */
  readonly choosing?: Choosing | undefined;
}

/** Record by record: from whom, to whom, and why. */
export const MovesTable = ({ caption, type, fields, moves, withoutRule, choosing }: MovesTableProps) => {
  const t = useText();
  const speaker = useSpeaker(relatedAmong(namedInReasons(moves), fields));
  const head = (
    <>
      {choosing && <ChooseAll {...choosing} ids={moves.map(({ record }) => record)} />}
      {(['record', 'from', 'to', 'why'] as const).map((column) => (
        <th key={column} scope="col">
          {t(`moves.${column}`)}
        </th>
      ))}
    </>
  );
  return (
    <DataTable caption={caption} head={head} maxHeight="60dvh">
      <tbody>
        {moves.map((move) => (
          <tr key={move.record}>
            {choosing && <ChooseOne {...choosing} id={move.record} title={move.title} />}
            <th scope="row">
              <TextLink to={recordAddress(type, move.record)}>{move.title}</TextLink>
            </th>
            <td>
              <PersonName person={move.from} />
            </td>
            <td>
              <PersonName person={move.to} />
            </td>
            <td>
              <Why move={move} fields={fields} speaker={speaker} withoutRule={withoutRule ?? t('moves.no-rule')} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
