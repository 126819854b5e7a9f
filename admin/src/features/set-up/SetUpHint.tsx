import { Notice } from '../../components/Notice';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useBindings } from '../access/api';
import { SetUpLink } from './SetUpLink';

/** On a site that has just got the plugin: that it governs nothing yet, and where to begin. */
export const SetUpHint = () => (useMay('changeSecurity') ? <Hint /> : null);

const Hint = () => {
  const t = useText();
  const { data } = useBindings();
  if (data?.length !== 0) return null;
  return (
    <Notice kind="info" action={<SetUpLink />}>
      {t('setup.hint')}
    </Notice>
  );
};
