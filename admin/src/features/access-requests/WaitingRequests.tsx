import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { useRequests } from './api';

/** How many ask for access and wait for one's answer. Where nobody does, nothing is said. */
export const WaitingRequests = () => {
  const t = useText();
  const { data = [] } = useRequests(undefined, { refetchOnMountOrArgChange: true });
  const count = data.filter(({ status }) => status === 'open').length;
  if (count === 0) return null;
  return (
    <Notice kind="info" action={<TextLink to="/plugins/roster/account?tab=requests">{t('requests.look')}</TextLink>}>
      {t('requests.waiting', { count })}
    </Notice>
  );
};
