import { useState } from 'react';
import type { InvitationPreview, JoinedInfo } from '../../../../contracts/http-invitations';
import { useAccept, usePreview } from '../../features/joining/api';
import { Joined } from '../../features/joining/Joined';
import { JoinForm } from '../../features/joining/JoinForm';
import { labelIn } from '../../features/joining/labelIn';
import { Refused } from '../../features/joining/Refused';
import { Sheet } from '../../features/joining/Sheet';
import { Spoken } from '../../features/joining/Spoken';
import { spokenOf } from '../../features/joining/spokenOf';
import { Waiting } from '../../features/joining/Waiting';
import { useText, type TextKey } from '../../hooks/useText';

/** Where the link of an invitation leads. The secret stands behind `#`: no server has seen it yet. */
export const JoinPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  const [chosen, setChosen] = useState<string>();
  const query = usePreview(token);
  const language = chosen ?? spokenOf(query.data?.language ?? navigator.language);
  return <Spoken language={language}>{query.isLoading ? <Title /> : <Joining token={token} language={language} onLanguage={setChosen} invitation={query.data} error={query.error} />}</Spoken>;
};

const Title = () => <Waiting title={useText()('join.title')} />;

interface JoiningProps {
  readonly token: string;
  readonly language: string;
  onLanguage(language: string): void;
  readonly invitation: InvitationPreview | undefined;
  readonly error: unknown;
}

const WHY: Readonly<Record<string, TextKey>> = { LINK_SPENT: 'join.spent', LINK_INVALID: 'join.invalid', VALIDATION_FAILED: 'join.invalid', INVITATION_VOID: 'join.void', USER_EXISTS: 'error.USER_EXISTS', RATE_LIMITED: 'error.RATE_LIMITED' };

const passwordOf = ({ hasAccount, isPasswordOptional }: InvitationPreview) => (hasAccount ? 'there' : isPasswordOptional ? 'optional' : 'needed');

const Joining = ({ token, language, onLanguage, invitation, error }: JoiningProps) => {
  const t = useText();
  const [accept, { isLoading }] = useAccept();
  const [joined, setJoined] = useState<JoinedInfo>();
  if (joined) return <Joined joined={joined} />;
  if (!invitation) return <Refused title={t('join.title')} error={error} words={WHY} />;
  const intro = t('join.asked', { from: invitation.invitedBy ?? t('join.somebody'), role: labelIn(invitation.role, language), email: invitation.email });
  return (
    <Sheet title={t('join.title')}>
      <JoinForm
        intro={intro}
        password={passwordOf(invitation)}
        submit={t('join.accept')}
        language={language}
        isLoading={isLoading}
        onLanguage={onLanguage}
        accept={(said) => accept({ token, ...said }).unwrap()}
        onJoined={setJoined}
      />
    </Sheet>
  );
};
