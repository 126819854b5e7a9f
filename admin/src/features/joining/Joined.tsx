import { Typography } from '@strapi/design-system';
import type { JoinedInfo } from '../../../../contracts/http-invitations';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { Sheet } from './Sheet';

/** Whoever has joined learns where he signs in. */
export const Joined = ({ joined: { email, doors } }: { readonly joined: JoinedInfo }) => {
  const t = useText();
  return (
    <Sheet title={t('join.done')}>
      <Typography>{t(doors.panel ? 'join.done-panel' : 'join.done-api', { email })}</Typography>
      {doors.panel && <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>}
    </Sheet>
  );
};
