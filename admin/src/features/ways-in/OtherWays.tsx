import { Flex } from '@strapi/design-system';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { useOpenWays } from './api';

/** Under the host's form: how one gets in without a password. Nothing, where there is no other way. */
export const OtherWays = () => {
  const t = useText();
  const { data } = useOpenWays();
  if (!data?.link && !data?.join) return null;
  return (
    <Flex tag="nav" aria-label={t('ways-in.others')} direction="column" gap={3} paddingBottom={8}>
      {data.link && <TextLink to="/auth/roster/sign-in">{t('ways-in.by-link')}</TextLink>}
      {data.join && <TextLink to="/auth/roster/join">{t('ways-in.by-domain')}</TextLink>}
    </Flex>
  );
};
