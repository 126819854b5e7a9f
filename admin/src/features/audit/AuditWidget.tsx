import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { AuditEntryInfo, AuditState } from '../../../../contracts/http-audit';
import { Remark } from '../../components/Remark';
import { TextLink } from '../../components/TextLink';
import { useAgo } from '../../hooks/useAgo';
import { useName, useText } from '../../hooks/useText';
import { useAuditPage, useAuditState } from './api';
import { AUDIT_ADDRESS } from './address';
import { Who } from './Who';

const FRESH = { refetchOnMountOrArgChange: true };
const SHOWN = 5;

/** On the homepage: what happened last, and whether anybody should look after the log. */
export const AuditWidget = () => {
  const t = useText();
  const entries = useAuditPage({ pageSize: SHOWN }, FRESH);
  const state = useAuditState(undefined, FRESH);
  if (entries.isError || state.isError) return <Widget.Error />;
  if (!entries.data || !state.data) return <Widget.Loading />;
  if (entries.data.data.length === 0) return <Widget.NoData>{t('audit.empty')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Health state={state.data.data} />
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={t('audit.caption')}>
        {entries.data.data.map((entry) => (
          <Line key={entry.eventId} entry={entry} />
        ))}
      </Flex>
    </Flex>
  );
};

const Health = ({ state: { lastCheck, failedCheck, review } }: { readonly state: AuditState['data'] }) => {
  const t = useText();
  const ago = useAgo();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {lastCheck === null && <Typography textColor="neutral600">{t('audit.state.never-checked')}</Typography>}
      {lastCheck?.isSound && <Typography textColor="neutral600">{t('audit.widget.sound', { ago: ago(lastCheck.at) })}</Typography>}
      {lastCheck?.isSound === false && <Remark kind="danger">{t('audit.widget.not-sound', { ago: ago(lastCheck.at) })}</Remark>}
      {failedCheck && <Remark kind="warning">{t('audit.widget.check-failed', { ago: ago(failedCheck.at) })}</Remark>}
      {review.isDue && <Remark kind="warning">{t('audit.widget.review-due')}</Remark>}
    </Flex>
  );
};

const Line = ({ entry: { eventId, occurredAt, action, actor } }: { readonly entry: AuditEntryInfo }) => {
  const t = useText();
  const name = useName();
  const ago = useAgo();
  const { formatDate } = useIntl();
  const what = name('audit.action', action);
  const time = formatDate(occurredAt, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Flex tag="li" direction="column" alignItems="flex-start">
      <TextLink to={`${AUDIT_ADDRESS}?entry=${encodeURIComponent(eventId)}`} label={t('audit.entry.open', { what, time })}>
        {what}
      </TextLink>
      <Flex gap={2} wrap="wrap">
        <Who actor={actor} />
        <Typography textColor="neutral600" tag="time" dateTime={occurredAt} title={time}>
          {ago(occurredAt)}
        </Typography>
      </Flex>
    </Flex>
  );
};
