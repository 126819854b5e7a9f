import { Flex, Typography } from '@strapi/design-system';
import type { PanelBinding, SiteType } from '../../../../contracts/http-set-up';
import { Choice } from '../../components/Choice';
import { Code } from '../../components/Code';
import { useName, useText } from '../../hooks/useText';
import { withKey, withKind } from './bindings-draft';

interface TypeRowProps {
  readonly type: SiteType;
  readonly types: readonly SiteType[];
  readonly features: readonly string[];
  readonly binding: PanelBinding | undefined;
  readonly error: string | undefined;
  onChange(binding: PanelBinding | undefined): void;
}

const KINDS: readonly PanelBinding['kind'][] = ['record', 'detail', 'run', 'personal', 'definition'];
const LEFT = 'left';

/** One content type, and what it is to the team. */
export const TypeRow = (props: TypeRowProps) => {
  const { type, binding, features, error, onChange } = props;
  const t = useText();
  const name = useName();
  const labelled = (key: 'kind' | 'feature') => `${t(`setup.types.${key}`)}: ${type.displayName}`;
  const kinds = KINDS.filter((kind) => type.relations.length > 0 || (kind !== 'detail' && kind !== 'run'));
  const options = [{ value: LEFT, label: t('setup.types.left') }, ...kinds.map((kind) => ({ value: kind as string, label: name('kind', kind) }))];
  return (
    <tr>
      <th scope="row">
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{type.displayName}</Typography>
          <Code>{type.uid}</Code>
        </Flex>
      </th>
      {type.boundBy === 'config' ? (
        <td colSpan={3}>
          <Typography textColor="neutral600">{t('setup.types.by-config')}</Typography>
        </td>
      ) : (
        <>
          <td>
            <Choice name={`kind-${type.uid}`} label={labelled('kind')} isLabelHidden size="S" value={binding?.kind ?? LEFT} options={options} error={error} onChoose={(kind) => onChange(kind === LEFT ? undefined : withKind(binding, kind as PanelBinding['kind'], type))} />
          </td>
          <td>{binding && <Choice name={`feature-${type.uid}`} label={labelled('feature')} isLabelHidden size="S" value={binding.feature} options={features.map((feature) => ({ value: feature, label: name('feature', feature) }))} onChoose={(feature) => onChange({ ...binding, feature })} />}</td>
          <td>{binding && <More {...props} binding={binding} />}</td>
        </>
      )}
    </tr>
  );
};

/** What only some kinds have: the record that one hangs on, what a record is worth, and where it lies. */
const More = ({ type, types, binding, onChange }: TypeRowProps & { readonly binding: PanelBinding }) => {
  const t = useText();
  const nothing = { value: '', label: t('setup.types.none') };
  const attributes = (names: readonly string[]) => [nothing, ...names.map((value) => ({ value, label: value }))];
  const field = (key: 'value' | 'territory', names: readonly string[]) => (
    <Choice name={`${key}-${type.uid}`} label={t(`setup.types.${key}`)} size="S" value={binding[key] ?? ''} options={attributes(names)} placeholder={nothing.label} onChoose={(chosen) => onChange(withKey(binding, key, chosen))} />
  );
  if (binding.kind === 'record') {
    return (
      <Flex gap={3} alignItems="flex-start">
        {field('value', type.values)}
        {field('territory', type.territories)}
      </Flex>
    );
  }
  const key = binding.kind === 'detail' ? 'parent' : binding.kind === 'run' ? 'target' : undefined;
  if (key === undefined) return null;
  const titleOf = (uid: string) => types.find((other) => other.uid === uid)?.displayName ?? uid;
  const options = type.relations.map(({ attribute, type: uid }) => ({ value: attribute, label: `${attribute} → ${titleOf(uid)}` }));
  return <Choice name={`${key}-${type.uid}`} label={t(`setup.types.${key}`)} size="S" value={binding[key] ?? ''} options={options} onChoose={(chosen) => onChange(withKey(binding, key, chosen))} />;
};
