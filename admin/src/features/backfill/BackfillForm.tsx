import { Checkbox, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { BackfillFields } from '../../../../contracts/http-backfill';
import type { RuleType } from '../../../../contracts/http-rules';
import { BackLink } from '../../components/BackLink';
import { FormSection } from '../../components/FormSection';
import { Resource } from '../../components/Resource';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useGoToJob } from '../rebalance/useGoToJob';
import { useBackfillFields, usePlanBackfill } from './api';
import { EMPTY_BACKFILL, gapAt, gapsInBackfill, type BackfillDraft, type BackfillGap } from './backfill-draft';
import { SourceFields } from './SourceFields';

/** Owners that the site knew before: from a field or a file. It is planned first: nothing changes before the plan has been looked at. */
export const BackfillForm = ({ type }: { readonly type: RuleType }) => {
  const t = useText();
  const query = useBackfillFields(type.type);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <BackLink to={`?tab=rebalance&type=${encodeURIComponent(type.type)}`}>{t('job.back')}</BackLink>
      <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
        {(fields) => <Form type={type.type} fields={fields} />}
      </Resource>
    </Flex>
  );
};

interface Fault {
  readonly gap: BackfillGap;
  readonly message: string;
}

const Form = ({ type, fields }: { readonly type: string; readonly fields: BackfillFields }) => {
  const t = useText();
  const change = useChange();
  const goToJob = useGoToJob();
  const [plan, { isLoading }] = usePlanBackfill();
  const [draft, setDraft] = useState(EMPTY_BACKFILL);
  const [isTried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const gaps = gapsInBackfill(draft);
  const set = (values: Partial<BackfillDraft>) => {
    setFault(undefined);
    setDraft({ ...draft, ...values });
  };
  const errorOf = (gap: BackfillGap) => (fault?.gap === gap ? fault.message : isTried && gaps.has(gap) ? t(`backfill.missing.${gap}`) : undefined);

  const submit = async () => {
    setTried(true);
    setFault(undefined);
    if (gaps.size > 0) return;
    await change(async () => goToJob((await plan({ type, draft }).unwrap()).data.job), undefined, ({ path, message = '' }) => {
      const gap = gapAt(path);
      if (gap) setFault({ gap, message });
      return gap !== undefined;
    });
  };

  return (
    <FormSection title={t('backfill.title')} intro={t('backfill.intro')} submit={{ label: t('plan.preview'), isLoading, onSubmit: submit }}>
      <SourceFields fields={fields} draft={draft} set={set} errorOf={errorOf} />
      <Checkbox checked={draft.replace} onCheckedChange={(checked) => set({ replace: checked === true })}>
        {t('backfill.replace')}
      </Checkbox>
    </FormSection>
  );
};
