import { Button } from '@strapi/design-system';
import { useChange } from '../../../hooks/useChange';
import { useText } from '../../../hooks/useText';
import { useCheckAudit } from '../api';

/** Has the whole log checked. It runs on the server, also when the page is left. */
export const CheckButton = ({ isChecking }: { readonly isChecking: boolean }) => {
  const t = useText();
  const change = useChange();
  const [check, { isLoading }] = useCheckAudit();
  return (
    <Button variant="secondary" loading={isLoading || isChecking} onClick={() => void change(() => check().unwrap(), undefined)}>
      {t('audit.state.check')}
    </Button>
  );
};
