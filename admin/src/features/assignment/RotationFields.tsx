import { Grid } from '@strapi/design-system';
import type { Rotation, RuleType } from '../../../../contracts/http-rules';
import { Choice } from '../../components/Choice';
import { useText } from '../../hooks/useText';
import type { Owner } from '../books/OwnerPicker';
import { OwnersPicker } from '../books/OwnersPicker';
import { POOLS, type Pool } from './rule-draft';
import type { RuleForm } from './useRuleForm';

const MODES: readonly Rotation['mode'][] = ['strict', 'least', 'weighted'];
const MEASURES: readonly Rotation['measure'][] = ['count', 'value'];

/** Fields whose values make turns of their own; a number or a date has too many of them. */
const PARTITIONS: ReadonlySet<string> = new Set(['text', 'enum', 'relation', 'boolean']);

interface RotationFieldsProps {
  readonly form: RuleForm;
  readonly type: RuleType;
  readonly owners: readonly Owner[];
}

/** How turns are taken, by whom, and whether there are several rounds of them side by side. */
export const RotationFields = ({ form: { draft, set, errors }, type, owners }: RotationFieldsProps) => {
  const t = useText();
  const pools = POOLS.filter((pool) => pool !== 'territory' || type.territory !== null);
  const measures = MEASURES.filter((measure) => measure !== 'value' || type.value !== null);
  const none = { value: 'none', label: t('rotation.one-turn') };
  return (
    <>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} alignItems="flex-start">
          <Choice name="rotation-mode" label={t('rotation.mode')} hint={t(`rotation.mode.${draft.mode}-hint`)} value={draft.mode} options={MODES.map((mode) => ({ value: mode, label: t(`rotation.mode.${mode}`) }))} onChoose={(mode) => set({ mode })} />
        </Grid.Item>
        {draft.mode === 'least' && (
          <Grid.Item col={6} s={12} alignItems="flex-start">
            <Choice name="rotation-measure" label={t('rotation.measure')} value={draft.measure} options={measures.map((measure) => ({ value: measure, label: t(`rotation.measure.${measure}`, { field: type.value }) }))} onChoose={(measure) => set({ measure })} />
          </Grid.Item>
        )}
        <Grid.Item col={6} s={12} alignItems="flex-start">
          <Choice name="rotation-pool" label={t('rotation.pool')} value={draft.pool} options={pools.map((pool) => ({ value: pool, label: t(`rotation.pool.${pool}`) }))} onChoose={(pool: Pool) => set({ pool })} />
        </Grid.Item>
        <Grid.Item col={6} s={12} alignItems="flex-start">
          <Choice
            name="rotation-partition"
            label={t('rotation.partition')}
            hint={t('rotation.partition-hint')}
            value={draft.partition === '' ? 'none' : draft.partition}
            error={errors.fields.partition}
            options={[none, ...type.fields.filter(({ kind }) => PARTITIONS.has(kind)).map(({ path }) => ({ value: path, label: path }))]}
            onChoose={(partition) => set({ partition: partition === 'none' ? '' : partition })}
          />
        </Grid.Item>
      </Grid.Root>
      {draft.pool === 'chosen' && (
        <OwnersPicker name="rotation-members" label={t('rotation.members')} owners={owners} value={draft.chosen} error={errors.fields.chosen} onChange={(chosen) => set({ chosen })} />
      )}
    </>
  );
};
