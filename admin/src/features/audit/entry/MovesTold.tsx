import { Typography } from '@strapi/design-system';
import { DataTable } from '../../../components/DataTable';
import { TextLink } from '../../../components/TextLink';
import { useName, useText } from '../../../hooks/useText';
import { useTitles } from '../../content/api';
import { recordAddress } from '../../content/recordAddress';
import type { MoveTold } from './details';
import { EntrySection } from './EntrySection';
import { MemberTold, type People } from './MemberTold';

interface MovesToldProps {
  /** uid of the type whose records were moved. */
  readonly type: string;
  readonly moves: readonly MoveTold[];
  readonly people: People;
}

/** Records that went from one member to another, all at once. */
export const MovesTold = ({ type, moves, people }: MovesToldProps) => {
  const t = useText();
  const caption = useName()('audit.detail', 'moves');
  const { data: titles = {} } = useTitles({ [type]: moves.map(({ record }) => record) });
  const head = (['record', 'from', 'to'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`moves.${column}`)}
    </th>
  ));
  return (
    <EntrySection title={caption}>
      <DataTable caption={caption} head={head} maxHeight="50dvh">
        <tbody>
          {moves.map(({ record, from, to }) => (
            <tr key={record}>
              <th scope="row">
                <TextLink to={recordAddress(type, record)}>{titles[record] ?? record}</TextLink>
              </th>
              <td>
                <Holder id={from} people={people} />
              </td>
              <td>
                <Holder id={to} people={people} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </EntrySection>
  );
};

const Holder = ({ id, people }: { readonly id: string | null; readonly people: People }) => {
  const t = useText();
  if (id === null) return <Typography textColor="neutral600">{t('owners.nobody')}</Typography>;
  return <MemberTold id={id} people={people} />;
};
