import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { useText, type TextKey } from '../../hooks/useText';
import en from '../../translations/en.json';
import { recordAddress } from '../content/recordAddress';
import { Progress } from './Progress';

const isText = (key: string): key is TextKey => key in en;

/** How far a job is, or how it ended. */
export const JobOutcome = ({ job: { type, status, done, total, error } }: { readonly job: JobInfo }) => {
  const t = useText();
  switch (status) {
    case 'planned':
      return total === 0 ? <Notice kind="info">{t('job.nothing')}</Notice> : null;
    case 'running':
    case 'cancelling':
      return (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography>{t('job.progress', { done, total })}</Typography>
          <Progress aria-label={t('job.progress-label')} value={total === 0 ? 0 : Math.round((100 * done) / total)} />
        </Flex>
      );
    case 'done':
      return <Said><Notice kind="success">{t('job.done', { count: done })}</Notice></Said>;
    case 'cancelled':
      return <Said><Notice kind="warning">{t('job.cancelled', { done, total })}</Notice></Said>;
    case 'undone':
      return <Notice kind="info">{t('job.undone')}</Notice>;
    case 'failed': {
      const key = `error.${error?.code ?? ''}`;
      const at = error?.record == null ? undefined : <TextLink to={recordAddress(type, error.record)}>{t('job.at-fault')}</TextLink>;
      return (
        <Notice kind="danger" action={at}>
          {t('job.failed', { done, total, reason: isText(key) ? t(key) : (error?.code ?? '') })}
        </Notice>
      );
    }
  }
};

/** What comes after waiting is said aloud. */
const Said = ({ children }: { readonly children: ReactNode }) => <div role="status">{children}</div>;
