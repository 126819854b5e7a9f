import { useState } from 'react';
import type { JoinedInfo } from '../../../../contracts/http-invitations';
import { Joined } from '../../features/joining/Joined';
import { JoinForm } from '../../features/joining/JoinForm';
import { labelIn } from '../../features/joining/labelIn';
import { Refused } from '../../features/joining/Refused';
import { Sheet } from '../../features/joining/Sheet';
import { Spoken } from '../../features/joining/Spoken';
import { spokenOf } from '../../features/joining/spokenOf';
import { Waiting } from '../../features/joining/Waiting';
import { useAskToJoin, useJoin, usePreviewJoining } from '../../features/ways-in/api';
import { AskForm } from '../../features/ways-in/AskForm';
import { useText, type TextKey } from '../../hooks/useText';

/** Joining by an address of one's company: asked for here, and where the link leads that is mailed then. */
export const SignUpPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  const [language, setLanguage] = useState(() => spokenOf(navigator.language));
  return <Spoken language={language}>{token === '' ? <Asking language={language} /> : <Joining token={token} language={language} onLanguage={setLanguage} />}</Spoken>;
};

const Asking = ({ language }: { readonly language: string }) => {
  const t = useText();
  const [ask, { isLoading }] = useAskToJoin();
  return (
    <Sheet title={t('join.title')}>
      <AskForm intro={t('ways-in.join-intro')} button={t('ways-in.send')} sent={(email) => t('ways-in.join-sent', { email })} isLoading={isLoading} ask={(email) => ask({ email, language }).unwrap()} />
    </Sheet>
  );
};

const WHY: Readonly<Record<string, TextKey>> = {
  LINK_SPENT: 'ways-in.spent', LINK_INVALID: 'join.invalid', VALIDATION_FAILED: 'join.invalid', WAY_CLOSED: 'error.WAY_CLOSED', MEMBER_EXISTS: 'error.MEMBER_EXISTS', USER_EXISTS: 'error.USER_EXISTS', INVITATION_VOID: 'error.WAY_CLOSED', RATE_LIMITED: 'error.RATE_LIMITED',
};

interface JoiningProps {
  readonly token: string;
  readonly language: string;
  onLanguage(language: string): void;
}

const Joining = ({ token, language, onLanguage }: JoiningProps) => {
  const t = useText();
  const { data, isLoading, error } = usePreviewJoining(token);
  const [join, { isLoading: isJoining }] = useJoin();
  const [joined, setJoined] = useState<JoinedInfo>();
  if (joined) return <Joined joined={joined} />;
  if (isLoading) return <Waiting title={t('join.title')} />;
  if (!data) return <Refused title={t('join.title')} error={error} words={WHY} />;
  return (
    <Sheet title={t('join.title')}>
      <JoinForm
        intro={t('ways-in.joins', { role: labelIn(data.role, language), email: data.email })}
        password={data.isPasswordOptional ? 'optional' : 'needed'}
        submit={t('join.title')}
        language={language}
        isLoading={isJoining}
        onLanguage={onLanguage}
        accept={(said) => join({ token, ...said }).unwrap()}
        onJoined={setJoined}
      />
    </Sheet>
  );
};
