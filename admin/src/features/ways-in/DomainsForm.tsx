import { Checkbox, Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { WaysIn } from '../../../../contracts/http-ways-in';
import { FormSection } from '../../components/FormSection';
import { useChange, useRefusalText } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import type { Refusal } from '../../hooks/refusal';
import { useText } from '../../hooks/useText';
import { RoleChoice } from '../access/RoleChoice';
import { useSetDomains } from './api';

interface DomainsFormProps {
  readonly domains: WaysIn['domains'];
  readonly roles: readonly MatrixRole[];
}

const linesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== '');

const ADMIN = 'admin';

/** Whose address lets him join by himself, and as what. */
export const DomainsForm = ({ domains: before, roles }: DomainsFormProps) => {
  const t = useText();
  const change = useChange();
  const why = useRefusalText();
  const [save, { isLoading }] = useSetDomains();
  const [text, setText] = useState(before.domains.join('\n'));
  const [isOn, setOn] = useState(before.isOn);
  const [role, setRole] = useState(before.role);
  const [isConfirmed, setConfirmed] = useState(false);
  const domains = linesIn(text);
  const errors = useFieldErrors({
    domains: isOn && domains.length === 0 ? t('ways-in.domains-missing') : undefined,
    role: role === '' ? t('members.role-missing') : undefined,
    confirmAdmin: role === ADMIN && !isConfirmed ? t('ways-in.confirm-admin-missing') : undefined,
  });

  const onRefused = (refusal: Refusal): boolean => {
    const at = /^data\.domains\[(\d+)\]/.exec(refusal.path ?? '')?.[1];
    if (at === undefined) return errors.show(refusal, { role: why(refusal) });
    return errors.show({ ...refusal, path: 'data.domains' }, { domains: t('ways-in.domain-refused', { domain: domains[Number(at)] }) });
  };

  const submit = async () => {
    if (!errors.check()) return;
    await change(() => save({ domains, isOn, role, ...(role === ADMIN && { confirmAdmin: true as const }) }).unwrap(), t('ways-in.saved'), onRefused);
  };

  return (
    <FormSection title={t('ways-in.domains')} intro={t('ways-in.domains-intro')} submit={{ label: t('common.save'), isLoading, onSubmit: submit }}>
      <Field.Root name="domains" width="100%" hint={t('ways-in.domains-hint')} {...(errors.of('domains') !== undefined && { error: errors.of('domains') as string })}>
        <Field.Label>{t('ways-in.domains-list')}</Field.Label>
        <Textarea value={text} placeholder="yourcompany.com" onChange={(event: { target: { value: string } }) => setText(event.target.value)} />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <RoleChoice roles={roles} grantable={roles.map(({ key }) => key)} value={role} error={errors.of('role')} onChoose={setRole} />
      {role === ADMIN && (
        <Field.Root name="confirmAdmin" {...(errors.of('confirmAdmin') !== undefined && { error: errors.of('confirmAdmin') as string })}>
          <Checkbox checked={isConfirmed} onCheckedChange={(value: boolean | 'indeterminate') => setConfirmed(value === true)}>
            {t('ways-in.confirm-admin')}
          </Checkbox>
          <Field.Error />
        </Field.Root>
      )}
      <Checkbox checked={isOn} onCheckedChange={(value: boolean | 'indeterminate') => setOn(value === true)}>
        {t('ways-in.domains-on')}
      </Checkbox>
    </FormSection>
  );
};
