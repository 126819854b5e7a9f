import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { LinkPreview } from '../../../../contracts/http-ways-in';
import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { Refused } from '../../features/joining/Refused';
import { Sheet } from '../../features/joining/Sheet';
import { Spoken } from '../../features/joining/Spoken';
import { spokenOf } from '../../features/joining/spokenOf';
import { Waiting } from '../../features/joining/Waiting';
import { useAskForLink, usePreviewLink, useSignInByLink } from '../../features/ways-in/api';
import { AskForm } from '../../features/ways-in/AskForm';
import { useText, type TextKey } from '../../hooks/useText';

/** Signing in by a mailed link: asked for here, and where it leads. The secret stands behind `#`: no server has seen it yet. */
export const LinkPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  return <Spoken language={spokenOf(navigator.language)}>{token === '' ? <Asking /> : <Opening token={token} />}</Spoken>;
};

const Asking = () => {
  const t = useText();
  const [ask, { isLoading }] = useAskForLink();
  return (
    <Sheet title={t('ways-in.link')}>
      <AskForm intro={t('ways-in.link-intro')} button={t('ways-in.send')} sent={(email) => t('ways-in.link-sent', { email })} isLoading={isLoading} ask={(email) => ask({ email }).unwrap()} />
    </Sheet>
  );
};

const WHY: Readonly<Record<string, TextKey>> = { LINK_SPENT: 'ways-in.spent', LINK_INVALID: 'join.invalid', VALIDATION_FAILED: 'join.invalid', WAY_CLOSED: 'error.WAY_CLOSED', RATE_LIMITED: 'error.RATE_LIMITED' };

const Opening = ({ token }: { readonly token: string }) => {
  const t = useText();
  const { data, isLoading, error: notThere } = usePreviewLink(token);
  const [signIn, { error: refused, isLoading: isSigningIn, data: session }] = useSignInByLink();
  const error = refused ?? notThere;
  if (isLoading) return <Waiting title={t('ways-in.link')} />;
  if (!data || error !== undefined) return <Refused title={t('ways-in.link')} error={error} words={WHY} />;
  const go = async () => {
    await signIn({ token, ...(!data.isSameBrowser && { isConfirmed: true as const }) }).unwrap();
    // The panel begins anew, and finds its cookies.
    window.location.assign(window.location.pathname.replace(/auth\/roster\/.*$/, ''));
  };
  return <Confirming link={data} isLoading={isSigningIn || session !== undefined} onGo={() => void go().catch(() => undefined)} />;
};

interface ConfirmingProps {
  readonly link: LinkPreview;
  readonly isLoading: boolean;
  onGo(): void;
}

/** Whose link it is, and, in another browser than the one that asked for it, who did. */
const Confirming = ({ link: { name, email, device, isSameBrowser }, isLoading, onGo }: ConfirmingProps) => {
  const t = useText();
  return (
    <Sheet title={t('ways-in.link')}>
      <Typography>{t('ways-in.link-is', { name, email })}</Typography>
      {!isSameBrowser && <Notice kind="warning">{t('ways-in.elsewhere', { device: device ?? t('ways-in.some-device') })}</Notice>}
      <Button size="L" fullWidth loading={isLoading} onClick={onGo}>
        {t('ways-in.sign-in-as', { name })}
      </Button>
      <TextLink to="/auth/login">{t('ways-in.not-me')}</TextLink>
    </Sheet>
  );
};
