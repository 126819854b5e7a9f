import { Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { InvitationPreview, JoinedInfo } from '../../../../contracts/http-invitations';
import { TextLink } from '../../components/TextLink';
import { usePreview } from '../../features/joining/api';
import { JoinForm } from '../../features/joining/JoinForm';
import { Sheet } from '../../features/joining/Sheet';
import { Spoken } from '../../features/joining/Spoken';
import { LANGUAGES } from '../../features/invitations/languages';
import { refusalOf } from '../../hooks/refusal';
import { useText, type TextKey } from '../../hooks/useText';

/** The one that is wanted, as far as there are words in it. */
const spokenOf = (wanted: string): string => LANGUAGES.find(({ value }) => wanted.toLowerCase().startsWith(value))?.value ?? 'en';

/** Where the link of an invitation leads. The secret stands behind `#`: no server has seen it yet. */
export const JoinPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  const [chosen, setChosen] = useState<string>();
  const query = usePreview(token);
  const language = chosen ?? spokenOf(query.data?.language ?? navigator.language);
  return <Spoken language={language}>{query.isLoading ? <Waiting /> : <Joining token={token} language={language} onLanguage={setChosen} invitation={query.data} error={query.error} />}</Spoken>;
};

const Waiting = () => {
  const t = useText();
  return (
    <Sheet title={t('join.title')}>
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{t('state.loading')}</Loader>
      </Flex>
    </Sheet>
  );
};

interface JoiningProps {
  readonly token: string;
  readonly language: string;
  onLanguage(language: string): void;
  readonly invitation: InvitationPreview | undefined;
  readonly error: unknown;
}

const WHY: Readonly<Record<string, TextKey>> = { LINK_SPENT: 'join.spent', LINK_INVALID: 'join.invalid', VALIDATION_FAILED: 'join.invalid', INVITATION_VOID: 'join.void', USER_EXISTS: 'error.USER_EXISTS' };

const Joining = ({ token, language, onLanguage, invitation, error }: JoiningProps) => {
  const t = useText();
  const [joined, setJoined] = useState<JoinedInfo>();
  if (joined) {
    return (
      <Sheet title={t('join.done')}>
        <Typography>{t(joined.doors.panel ? 'join.done-panel' : 'join.done-api', { email: joined.email })}</Typography>
        {joined.doors.panel && <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>}
      </Sheet>
    );
  }
  if (!invitation) {
    return (
      <Sheet title={t('join.title')}>
        <Typography role="alert">{t(WHY[refusalOf(error).code ?? ''] ?? 'join.unreachable')}</Typography>
        <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('join.title')}>
      <JoinForm token={token} invitation={invitation} language={language} onLanguage={onLanguage} onJoined={setJoined} />
    </Sheet>
  );
};
