import { Checkbox } from '@strapi/design-system';
import { useText } from '../hooks/useText';

/** Rows of a table that are ticked, by their ids. */
export interface Choosing {
  readonly chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
}

interface ChooseAllProps extends Choosing {
  /** The rows on this page; ticks on others are not touched. */
  readonly ids: readonly string[];
}

/** The head of the column of ticks: all rows of the page, or none. */
export const ChooseAll = ({ ids, chosen, onChoose }: ChooseAllProps) => {
  const t = useText();
  const here = ids.filter((id) => chosen.includes(id));
  const isAll = ids.length > 0 && here.length === ids.length;
  const elsewhere = chosen.filter((id) => !ids.includes(id));
  return (
    <th scope="col" style={{ width: 0 }}>
      <Checkbox aria-label={t('lists.choose-all')} checked={isAll || (here.length > 0 ? 'indeterminate' : false)} onCheckedChange={() => onChoose(isAll ? elsewhere : [...elsewhere, ...ids])} />
    </th>
  );
};

interface ChooseOneProps extends Choosing {
  readonly id: string;
  readonly title: string;
}

export const ChooseOne = ({ id, title, chosen, onChoose }: ChooseOneProps) => {
  const t = useText();
  const isChosen = chosen.includes(id);
  return (
    <td>
      <Checkbox aria-label={t('lists.choose', { title })} checked={isChosen} onCheckedChange={() => onChoose(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])} />
    </td>
  );
};
