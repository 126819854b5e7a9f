import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { TextLink } from '../../components/TextLink';
import { useConfirmEmail, usePreviewEmail } from '../../features/account/api';
import { Sheet } from '../../features/joining/Sheet';
import { Spoken } from '../../features/joining/Spoken';
import { spokenOf } from '../../features/joining/spokenOf';
import { Waiting } from '../../features/joining/Waiting';
import { useRefusalText } from '../../hooks/useChange';
import { refusalOf } from '../../hooks/refusal';
import { useText, type TextKey } from '../../hooks/useText';

/** Where the mail to a new address leads. The secret stands behind `#`: no server has seen it yet. */
export const EmailPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  return (
    <Spoken language={spokenOf(navigator.language)}>
      <Confirming token={token} />
    </Spoken>
  );
};

const WHY: Readonly<Record<string, TextKey>> = { LINK_SPENT: 'email.spent', LINK_INVALID: 'join.invalid', VALIDATION_FAILED: 'join.invalid' };

const Confirming = ({ token }: { readonly token: string }) => {
  const t = useText();
  const why = useRefusalText();
  const { data, isLoading, error: notThere } = usePreviewEmail(token);
  const [confirm, { isLoading: isConfirming, data: done, error: refused }] = useConfirmEmail();
  if (isLoading) return <Waiting title={t('email.title')} />;
  const error = refused ?? notThere;
  return (
    <Sheet title={t(done ? 'email.done' : 'email.title')}>
      {done && <Typography>{t('email.done-body', { email: done.email })}</Typography>}
      {!done && error !== undefined && <Typography role="alert">{WHY[refusalOf(error).code ?? ''] ? t(WHY[refusalOf(error).code ?? ''] as TextKey) : why(refusalOf(error))}</Typography>}
      {!done && error === undefined && (
        <>
          <Typography>{t('email.asks', { email: data?.email })}</Typography>
          <Button size="L" fullWidth loading={isConfirming} onClick={() => void confirm(token)}>
            {t('email.confirm')}
          </Button>
        </>
      )}
      {(done || error !== undefined) && <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>}
    </Sheet>
  );
};
