import { Flex, Radio, Typography } from '@strapi/design-system';
import type { BackfillFields } from '../../../../contracts/http-backfill';
import { Choice } from '../../components/Choice';
import { FileField } from '../../components/FileField';
import { TextField } from '../../components/TextField';
import { useText } from '../../hooks/useText';
import { SOURCES, type BackfillDraft, type BackfillGap, type BackfillSource } from './backfill-draft';

export interface SourceFieldsProps {
  readonly fields: BackfillFields;
  readonly draft: BackfillDraft;
  set(values: Partial<BackfillDraft>): void;
  /** What is wrong with an input, in words. */
  errorOf(gap: BackfillGap): string | undefined;
}

/** Where it stands who owns what: in a field of the records, or in a file. */
export const SourceFields = (props: SourceFieldsProps) => {
  const t = useText();
  const { draft, set } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography id="roster-backfill-source" variant="omega" fontWeight="bold">
        {t('backfill.source')}
      </Typography>
      <Radio.Group aria-labelledby="roster-backfill-source" value={draft.source} onValueChange={(source: string) => set({ source: source as BackfillSource })}>
        {SOURCES.map((source) => (
          <Radio.Item key={source} value={source}>
            {t(`backfill.source.${source}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      {draft.source === 'field' ? <OwnerField {...props} /> : <OwnersFile {...props} />}
    </Flex>
  );
};

const OwnerField = ({ fields, draft, set, errorOf }: SourceFieldsProps) => {
  const t = useText();
  const options = fields.owners.map(({ path, kind }) => ({ value: path, label: kind === 'user' ? t('backfill.user-field', { path }) : path }));
  return <Choice name="backfill-field" label={t('backfill.field')} hint={t('backfill.field-hint')} value={draft.field} options={options} error={errorOf('field')} onChoose={(field) => set({ field })} />;
};

const OwnersFile = ({ fields, draft, set, errorOf }: SourceFieldsProps) => {
  const t = useText();
  return (
    <>
      <FileField name="backfill-file" label={t('backfill.file')} hint={t('backfill.file-hint')} accept=".csv,text/csv" error={errorOf('file')} onChoose={(file) => set({ file })} />
      <Flex gap={4} alignItems="flex-start" wrap={{ initial: 'wrap', medium: 'nowrap' }}>
        <TextField name="backfill-record-column" label={t('backfill.record-column')} value={draft.recordColumn} error={errorOf('record-column')} onChange={(recordColumn) => set({ recordColumn })} />
        <Choice name="backfill-key" label={t('backfill.key')} value={draft.key} options={fields.keys.map((key) => ({ value: key, label: key }))} onChoose={(key) => set({ key })} />
        <TextField name="backfill-owner-column" label={t('backfill.owner-column')} hint={t('backfill.owner-hint')} value={draft.ownerColumn} error={errorOf('owner-column')} onChange={(ownerColumn) => set({ ownerColumn })} />
      </Flex>
    </>
  );
};
