import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { HygieneInfo } from '../../../../contracts/http-hygiene';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { useHygiene } from './api';

interface HygieneNoticesProps {
  readonly roles: readonly MatrixRole[];
  /** Whether one may make somebody an admin. */
  readonly mayName: boolean;
}

/** What of the team's administration is worth a look: one admin only, too many, roles that end soon. Where nothing is, nothing is said. */
export const HygieneNotices = ({ roles, mayName }: HygieneNoticesProps) => {
  const { data } = useHygiene(undefined, { refetchOnMountOrArgChange: true });
  if (!data || (data.notices.length === 0 && data.ending.length === 0)) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {data.notices.includes('SINGLE_ADMIN') && <SingleAdmin admins={data.admins} mayName={mayName} />}
      {data.notices.includes('MANY_ADMINS') && <ManyAdmins admins={data.admins} />}
      {data.ending.length > 0 && <Ending ending={data.ending} roles={roles} />}
    </Flex>
  );
};

const SingleAdmin = ({ admins: { list }, mayName }: { readonly admins: HygieneInfo['admins']; readonly mayName: boolean }) => {
  const t = useText();
  const name = list.find(({ hasDoor }) => hasDoor)?.name;
  return (
    <Notice kind="warning" action={mayName && <TextLink to="?tab=invitations">{t('hygiene.name-backup')}</TextLink>}>
      {name === undefined ? t('hygiene.no-admin') : t('hygiene.single-admin', { name })}
    </Notice>
  );
};

const ManyAdmins = ({ admins: { active, warnAbove } }: { readonly admins: HygieneInfo['admins'] }) => {
  const t = useText();
  return (
    <Notice kind="warning" action={<TextLink to="?role=admin">{t('hygiene.show-admins')}</TextLink>}>
      {t('hygiene.many-admins', { count: active, most: warnAbove })}
    </Notice>
  );
};

const Ending = ({ ending, roles }: { readonly ending: HygieneInfo['ending']; readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const label = useRoleLabel(roles);
  const { formatDate, formatList } = useIntl();
  const lines = ending.map(({ name, role, endsAt }) => t('hygiene.ending', { name, role: label(role), moment: formatDate(endsAt, { dateStyle: 'medium' }) }));
  return <Notice kind="info">{t('hygiene.ending-soon', { list: formatList(lines, { type: 'unit' }) })}</Notice>;
};
