import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { AskForAccess, MyAccessRequests } from '../../../../contracts/http-access-requests';
import { Choice } from '../../components/Choice';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useText } from '../../hooks/useText';
import { localize } from '../access/localize';
import { useAsk } from './api';
import { recordIn } from './record-in';
import { useTooLong } from './useTooLong';

interface AskDialogProps {
  readonly choices: MyAccessRequests['meta'];
  onClose(): void;
}

type Kind = 'record' | 'role';

const WEEK_MS = 7 * 24 * 3_600_000;

/** A week from now, to the minute: so long somebody stands in for somebody else. */
const inAWeek = (): string => new Date(Math.ceil((Date.now() + WEEK_MS) / 60_000) * 60_000).toISOString();

interface Draft {
  readonly kind: Kind;
  readonly address: string;
  readonly role: string;
  readonly reason: string;
  readonly endsAt: string | null;
}

const wantedIn = ({ kind, address, role }: Draft): AskForAccess['wanted'] | undefined => (kind === 'record' ? recordIn(address) : role === '' ? undefined : { role });

/** What is wanted, why, and until when. */
export const AskDialog = ({ choices: { roles, types }, onClose }: AskDialogProps) => {
  const t = useText();
  const { locale } = useIntl();
  const tooLong = useTooLong();
  const change = useChange();
  const [ask, { isLoading }] = useAsk();
  const [draft, setDraft] = useState<Draft>({ kind: types.length > 0 ? 'record' : 'role', address: '', role: '', reason: '', endsAt: inAWeek() });
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const wanted = wantedIn(draft);
  const isShared = wanted === undefined || 'role' in wanted || types.some(({ type }) => type === wanted.type);
  const errors = useFieldErrors({
    'wanted.record': draft.kind === 'record' && (wanted === undefined || !isShared) ? t('requests.address-wrong') : undefined,
    'wanted.role': draft.kind === 'role' && wanted === undefined ? t('members.role-missing') : undefined,
    reason: draft.reason.trim() === '' ? t('requests.reason-missing') : tooLong(draft.reason),
    endsAt: draft.endsAt === null || Date.parse(draft.endsAt) <= Date.now() ? t('requests.until-over') : undefined,
  });

  const save = async () => {
    if (!errors.check() || wanted === undefined || draft.endsAt === null) return;
    const said = { wanted, reason: draft.reason.trim(), endsAt: draft.endsAt };
    const there = { 'wanted.record': t('requests.seen-already'), 'wanted.role': t('requests.held-already') };
    if (await change(() => ask(said).unwrap(), t('requests.asked'), (refusal) => errors.show(refusal, refusal.code === 'ALREADY_ALLOWED' ? there : {}))) onClose();
  };

  return (
    <FormDialog title={t('requests.ask')} save={t('requests.send')} isSaving={isLoading} onSave={save} onClose={onClose}>
      <Choice
        name="kind"
        label={t('requests.kind')}
        value={draft.kind}
        options={[
          ...(types.length > 0 ? [{ value: 'record' as const, label: t('requests.kind.record') }] : []),
          { value: 'role' as const, label: t('requests.kind.role') },
        ]}
        onChoose={(kind) => set({ kind })}
      />
      {draft.kind === 'record' ? (
        <TextField name="address" label={t('requests.address')} hint={t('requests.address-hint')} required value={draft.address} error={errors.of('wanted.record')} onChange={(address) => set({ address })} />
      ) : (
        <Choice
          name="role"
          label={t('members.role')}
          required
          placeholder={t('members.role-choose')}
          value={draft.role}
          options={roles.map(({ key, label }) => ({ value: key, label: localize(label, locale) || key }))}
          error={errors.of('wanted.role')}
          onChoose={(role) => set({ role })}
        />
      )}
      <TextField name="reason" label={t('requests.reason')} hint={t('requests.reason-hint')} required value={draft.reason} error={errors.of('reason')} onChange={(reason) => set({ reason })} />
      <MomentField name="endsAt" label={t('requests.until')} hint={t('requests.until-hint')} value={draft.endsAt} error={errors.of('endsAt')} onChange={(endsAt) => set({ endsAt })} />
    </FormDialog>
  );
};
