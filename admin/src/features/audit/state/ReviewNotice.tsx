import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Notice } from '../../../components/Notice';
import { useAgo } from '../../../hooks/useAgo';
import { useChange } from '../../../hooks/useChange';
import { useText } from '../../../hooks/useText';
import { useReviewAudit } from '../api';

/** Reminds whoever is here to read through the log, and notes that it was done. */
export const ReviewNotice = ({ last }: { readonly last: string | null }) => {
  const t = useText();
  const ago = useAgo();
  const change = useChange();
  const [review, { isLoading }] = useReviewAudit();
  const button = (
    <Button variant="secondary" startIcon={<Check />} loading={isLoading} onClick={() => void change(() => review().unwrap(), t('audit.review.noted'))}>
      {t('audit.review.done')}
    </Button>
  );
  return (
    <Notice kind="info" action={button}>
      {t('audit.review.due')} {last !== null && t('audit.review.last', { ago: ago(last) })}
    </Notice>
  );
};
