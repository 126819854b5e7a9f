import { Flex, Typography } from '@strapi/design-system';
import type { ImportInfo } from '../../../../contracts/http-imports';
import { Notice } from '../../components/Notice';
import { useText, type TextKey } from '../../hooks/useText';
import en from '../../translations/en.json';
import { Progress } from '../rebalance/Progress';

const isText = (key: string): key is TextKey => key in en;

/** What an import would do, how far it is, or how it ended; and how far its mails are. */
export const ImportOutcome = ({ info }: { readonly info: ImportInfo }) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <div role="status">
      <Rows info={info} />
    </div>
    <Mails info={info} />
  </Flex>
);

const Rows = ({ info: { status, total, done, rows, error } }: { readonly info: ImportInfo }) => {
  const t = useText();
  const { ready, invited, refused } = rows;
  const mend = refused > 0 ? ` ${t('import.mend')}` : '';
  switch (status) {
    case 'planned':
      return <Notice kind={refused > 0 || ready === 0 ? 'warning' : 'info'}>{t('import.will', { ready, refused })}</Notice>;
    case 'running':
    case 'cancelling':
      return <Going text={t('import.progress', { done, total })} label={t('import.progress-label')} value={done} most={total} />;
    case 'done':
      return <Notice kind={refused > 0 ? 'warning' : 'success'}>{t('import.done', { invited, refused }) + mend}</Notice>;
    case 'cancelled':
      return <Notice kind="warning">{t('import.cancelled', { invited, ready })}</Notice>;
    case 'failed': {
      const key = `error.${error?.code ?? ''}`;
      return <Notice kind="danger">{t('import.failed', { invited, reason: isText(key) ? t(key) : t('error.other') })}</Notice>;
    }
  }
};

const Mails = ({ info: { mails } }: { readonly info: ImportInfo }) => {
  const t = useText();
  const { waiting, sent, failed } = mails;
  const total = waiting + sent + failed;
  if (total === 0) return null;
  return (
    <>
      {waiting > 0 ? <Going text={t('import.mails', { sent, total })} label={t('import.mails-label')} value={sent + failed} most={total} /> : <Typography>{t('import.mails', { sent, total })}</Typography>}
      {failed > 0 && <Notice kind="warning">{t('import.mails-failed', { count: failed })}</Notice>}
    </>
  );
};

const Going = ({ text, label, value, most }: { readonly text: string; readonly label: string; readonly value: number; readonly most: number }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Typography>{text}</Typography>
    <Progress label={label} value={most === 0 ? 0 : Math.round((100 * value) / most)} />
  </Flex>
);
