import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { BackLink } from '../../components/BackLink';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSaveRule } from './api';
import { DryRun } from './DryRun';
import { GroupEditor } from './GroupEditor';
import { ruleDraftOf, writeRule } from './rule-draft';
import { RuleDetails } from './RuleDetails';
import { TargetFields } from './TargetFields';
import { FieldsContext } from './useFields';
import { useRuleForm } from './useRuleForm';

interface RuleEditorProps {
  readonly type: RuleType;
  /** None for a new one. */
  readonly rule: RuleInfo | undefined;
  /** Where the list of rules is. */
  readonly backTo: string;
  onDone(): void;
}

/** One rule: when it holds, who gets the records then, and what it would do to those that are there. */
export const RuleEditor = ({ type, rule, backTo, onDone }: RuleEditorProps) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useSaveRule();
  const form = useRuleForm(ruleDraftOf(rule), type);
  const { draft, set, errors } = form;
  const [added, setAdded] = useState<string>();
  const top = useRef<HTMLDivElement>(null);
  const documentId = rule?.documentId;
  const written = { ...writeRule(draft, type.type).rule, ...(documentId !== undefined && { documentId }) };

  // What is wrong may be out of sight: the keyboard is led to the first of it.
  useEffect(() => {
    if (errors.parts.size > 0 || Object.keys(errors.fields).length > 0) top.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);

  const submit = async () => {
    if (!form.check()) return;
    if (await change(() => save(written).unwrap(), t('rules.saved', { name: draft.name }), form.refuse)) onDone();
  };

  return (
    <FieldsContext.Provider value={type.fields}>
      <Flex ref={top} direction="column" alignItems="stretch" gap={5}>
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <BackLink to={backTo}>{t('rules.back')}</BackLink>
          <Typography variant="beta" tag="h2">
            {rule ? t('rules.edit-what', { name: rule.name }) : t('rules.new')}
          </Typography>
        </Flex>
        {errors.other !== undefined && <Notice kind="danger">{errors.other}</Notice>}
        <Section title={t('rules.section.rule')}>
          <TextField name="rule-name" label={t('rules.name')} required value={draft.name} error={errors.fields.name} onChange={(name) => set({ name })} />
        </Section>
        <Section title={t('rules.section.when')} hint={t('rules.section.when-hint')}>
          <GroupEditor group={draft.when} number="" errors={errors.parts} added={added} onAdd={setAdded} onChange={(when) => set({ when })} />
        </Section>
        <Section title={t('rules.section.then')}>
          <TargetFields form={form} type={type} known={rule} />
        </Section>
        <Section title={t('rules.section.details')}>
          <RuleDetails form={form} />
        </Section>
        <DryRun type={type} rule={written} check={form.check} onRefused={form.refuse}>
          <Button variant="tertiary" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button loading={isLoading} onClick={() => void submit()}>
            {t('common.save')}
          </Button>
        </DryRun>
      </Flex>
    </FieldsContext.Provider>
  );
};

const Section = ({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) => (
  <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={6}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <div>
        <Typography variant="delta" tag="h3">
          {title}
        </Typography>
        {hint !== undefined && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {hint}
          </Typography>
        )}
      </div>
      {children}
    </Flex>
  </Box>
);
