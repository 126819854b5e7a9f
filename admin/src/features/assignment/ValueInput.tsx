import { Flex } from '@strapi/design-system';
import { Choice } from '../../components/Choice';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { useText } from '../../hooks/useText';
import { useTitles } from '../content/api';
import { RecordPicker } from '../content/RecordPicker';
import { RecordsPicker } from '../content/RecordsPicker';
import type { DraftTest, DraftValue } from './conditions/draft';
import { shapeOf } from './conditions/operators';
import { EnumsField } from './EnumsField';
import { LinesField } from './LinesField';
import type { RuleField } from './useFields';

interface ValueInputProps {
  readonly test: DraftTest;
  readonly field: RuleField;
  readonly error: string | undefined;
  onChange(value: DraftValue): void;
}

/** Where the value of a condition is written: one input, a list, two inputs, or none. */
export const ValueInput = (props: ValueInputProps) => {
  const t = useText();
  const { test, field, onChange } = props;
  const name = `${test.id}-value`;
  switch (shapeOf(test.operator)) {
    case 'none':
      return null;
    case 'many':
      return <ManyInput {...props} name={name} />;
    case 'pair': {
      const [low, high] = Array.isArray(test.value) ? (test.value as readonly DraftValue[]) : [];
      return (
        <Flex gap={2} alignItems="flex-start" width="100%">
          <OneInput {...props} name={`${name}-low`} label={t('condition.low')} value={low} onChange={(value) => onChange([value as never, high as never])} />
          <OneInput {...props} name={`${name}-high`} label={t('condition.high')} value={high} error={undefined} onChange={(value) => onChange([low as never, value as never])} />
        </Flex>
      );
    }
    case 'one':
      return <OneInput {...props} name={name} label={t('condition.value')} field={field} value={test.value} />;
  }
};

interface OneInputProps extends Omit<ValueInputProps, 'test'> {
  readonly name: string;
  readonly label: string;
  readonly value: DraftValue;
}

const OneInput = ({ name, label, field, value, error, onChange }: OneInputProps) => {
  const t = useText();
  const common = { name, label, isLabelHidden: true, error };
  switch (field.kind) {
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : undefined} onChange={onChange} />;
    case 'boolean': {
      const options = (['true', 'false'] as const).map((one) => ({ value: one, label: t(one === 'true' ? 'common.yes' : 'common.no') }));
      return <Choice {...common} value={typeof value === 'boolean' ? (value ? 'true' : 'false') : ''} options={options} placeholder={t('condition.choose-value')} onChoose={(one) => onChange(one === 'true')} />;
    }
    case 'date':
      return <TextField {...common} type="date" value={typeof value === 'string' ? value.slice(0, 10) : ''} onChange={(text) => onChange(text === '' ? undefined : text)} />;
    case 'enum':
      return <Choice {...common} value={typeof value === 'string' ? value : ''} options={(field.values ?? []).map((one) => ({ value: one, label: one }))} placeholder={t('condition.choose-value')} onChoose={onChange} />;
    case 'relation':
      return <RelatedInput {...common} type={field.target ?? ''} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    case 'text':
      return <TextField {...common} value={typeof value === 'string' ? value : ''} onChange={(text) => onChange(text === '' ? undefined : text)} />;
  }
};

interface RelatedInputProps {
  readonly name: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly type: string;
  readonly value: string;
  onChange(value: string | undefined): void;
}

const RelatedInput = ({ type, value, onChange, ...picker }: RelatedInputProps) => {
  const { data: titles } = useTitles({ [type]: [value] }, { skip: value === '' });
  // The picker shows the name of what is chosen, so it waits until there is one.
  const chosen = value === '' ? undefined : { documentId: value, title: titles?.[value] ?? value };
  return <RecordPicker key={titles ? 'named' : 'unnamed'} {...picker} isLabelHidden type={type} value={chosen} onChoose={(record) => onChange(record?.documentId)} />;
};

const ManyInput = ({ name, test: { value }, field, error, onChange }: ValueInputProps & { readonly name: string }) => {
  const t = useText();
  const values = Array.isArray(value) ? (value as readonly (string | number)[]) : [];
  const common = { name, label: t('condition.values'), isLabelHidden: true, error };
  const change = (list: readonly (string | number)[]) => onChange(list.length === 0 ? undefined : list);
  switch (field.kind) {
    case 'enum':
      return <EnumsField {...common} options={field.values ?? []} value={values.map(String)} onChange={change} />;
    case 'relation':
      return <RecordsPicker {...common} type={field.target ?? ''} value={values.map(String)} onChange={change} />;
    default:
      return <LinesField {...common} value={values} isNumber={field.kind === 'number'} onChange={change} />;
  }
};
