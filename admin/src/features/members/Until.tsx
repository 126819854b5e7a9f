import { Flex, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { MemberInfo } from '../../../../contracts/http-members';
import { Remark } from '../../components/Remark';
import { useText } from '../../hooks/useText';
import { givenTo } from './givenTo';

/** Until when a member has his role, where that was said. */
export const Until = ({ member }: { readonly member: MemberInfo }) => {
  const t = useText();
  const { formatDate } = useIntl();
  const endsAt = givenTo(member)?.endsAt ?? null;
  if (endsAt === null) return null;
  const moment = formatDate(endsAt, { dateStyle: 'medium', timeStyle: 'short' });
  if (Date.parse(endsAt) <= Date.now()) return <Remark kind="danger">{t('members.ended', { moment })}</Remark>;
  return (
    <Flex gap={1}>
      <Clock aria-hidden width="1.2rem" height="1.2rem" fill="neutral600" />
      <Typography variant="pi" textColor="neutral600">
        {t('members.ends', { moment })}
      </Typography>
    </Flex>
  );
};
