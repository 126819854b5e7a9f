import { useState } from 'react';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import type { RuleType } from '../../../../contracts/http-rules';
import { Choice } from '../../components/Choice';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { RoleChoice } from '../access/RoleChoice';
import { useRuleTypes } from '../assignment/api';
import { RecordsPicker } from '../content/RecordsPicker';
import { looksLikeEmail } from '../members/looksLikeEmail';
import { useInvite } from './api';
import { LANGUAGES } from './languages';
import { useOutcome } from './useOutcome';

interface InviteDialogProps {
  readonly roles: readonly MatrixRole[];
  readonly grantable: readonly string[];
  onClose(): void;
}

interface Draft {
  readonly email: string;
  readonly role: string;
  readonly language: string;
  /** Until when the role counts: ISO, or null for none. */
  readonly endsAt: string | null;
  /** documentIds of records, by their type. */
  readonly book: Readonly<Record<string, readonly string[]>>;
}

/** Whoever is asked to join: with which role, and which records are his from then on. */
export const InviteDialog = ({ roles, grantable, onClose }: InviteDialogProps) => {
  const t = useText();
  const change = useChange();
  const tell = useOutcome();
  const [invite, { isLoading }] = useInvite();
  const [draft, setDraft] = useState<Draft>({ email: '', role: '', language: 'en', endsAt: null, book: {} });
  const email = draft.email.trim();
  const errors = useFieldErrors({
    email: looksLikeEmail(email) ? undefined : t('members.email-missing'),
    role: draft.role === '' ? t('members.role-missing') : undefined,
    endsAt: draft.endsAt !== null && Date.parse(draft.endsAt) <= Date.now() ? t('members.until-over') : undefined,
  });
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const mayOwn = roles.find(({ key }) => key === draft.role)?.mayOwn ?? false;
  const mayGive = useMay('changeTeam');
  const { data: types = [] } = useRuleTypes(undefined, { skip: !mayGive });

  const save = async () => {
    if (!errors.check()) return;
    const book = mayOwn ? Object.entries(draft.book).flatMap(([type, records]) => records.map((record) => ({ type, record }))) : [];
    const { role, language, endsAt } = draft;
    const send = async () => tell(await invite({ email, role, language, endsAt, ...(book.length > 0 && { book }) }).unwrap());
    if (await change(send, undefined)) onClose();
  };

  return (
    <FormDialog title={t('invitations.invite')} save={t('invitations.send')} isSaving={isLoading} onSave={save} onClose={onClose}>
      <TextField name="email" type="email" label={t('members.email')} required value={draft.email} error={errors.of('email')} onChange={(text) => set({ email: text })} />
      <RoleChoice roles={roles} grantable={grantable} value={draft.role} error={errors.of('role')} onChoose={(role) => set({ role })} />
      <MomentField name="endsAt" label={t('members.until')} hint={t('members.until-hint')} value={draft.endsAt} error={errors.of('endsAt')} onChange={(endsAt) => set({ endsAt })} />
      <Choice name="language" label={t('invitations.language')} value={draft.language} options={LANGUAGES} onChoose={(language) => set({ language })} />
      {mayOwn && types.map((type) => <Book key={type.type} type={type} value={draft.book[type.type] ?? []} onChange={(records) => set({ book: { ...draft.book, [type.type]: records } })} />)}
    </FormDialog>
  );
};

interface BookProps {
  readonly type: RuleType;
  readonly value: readonly string[];
  onChange(records: readonly string[]): void;
}

const Book = ({ type: { type, displayName }, value, onChange }: BookProps) => {
  const t = useText();
  return <RecordsPicker name={`book-${type}`} label={t('invitations.book', { type: displayName })} type={type} value={value} onChange={onChange} />;
};
