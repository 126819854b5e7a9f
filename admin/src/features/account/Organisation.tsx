import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AccountInfo } from '../../../../contracts/http-account';
import { Panelled } from '../../components/Panelled';
import { Term } from '../../components/Term';
import { useText, type TextKey } from '../../hooks/useText';
import { localize } from '../access/localize';
import { LeaveButton } from './LeaveButton';

const DOORS: Readonly<Record<string, TextKey>> = { 'true true': 'doors.both', 'true false': 'doors.panel', 'false true': 'doors.api', 'false false': 'members.no-door' };

/** Where one belongs, as what, and since when. */
export const Organisation = ({ organisation: { name, since, doors, roles } }: Pick<AccountInfo, 'organisation'>) => {
  const t = useText();
  const { formatDate } = useIntl();
  return (
    <Panelled title={name} action={<LeaveButton organisation={name} />}>
      <Flex tag="dl" gap={8} wrap="wrap" alignItems="flex-start">
        <Term label={t('account.roles')}>
          <Roles roles={roles} />
        </Term>
        <Term label={t('account.since')}>
          <Typography tag="time" dateTime={since}>
            {formatDate(since, { dateStyle: 'long' })}
          </Typography>
        </Term>
        <Term label={t('members.doors')}>
          <Typography>{t(DOORS[`${doors.panel} ${doors.api}`] ?? 'members.no-door')}</Typography>
        </Term>
      </Flex>
    </Panelled>
  );
};

const Roles = ({ roles }: Pick<AccountInfo['organisation'], 'roles'>) => {
  const t = useText();
  const { locale, formatDate } = useIntl();
  if (roles.length === 0) return <Typography textColor="neutral600">{t('account.no-role')}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      {roles.map(({ key, label, endsAt }) => {
        const role = localize(label, locale);
        return <Typography key={key}>{endsAt === null ? role : t('account.role-until', { role, time: formatDate(endsAt, { dateStyle: 'medium' }) })}</Typography>;
      })}
    </Flex>
  );
};
