import { useIntl } from 'react-intl';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { useText } from '../../hooks/useText';
import { localize } from '../access/localize';

/** Says what a request asks for. */
export const useWanted = () => {
  const t = useText();
  const { locale } = useIntl();
  return ({ role, record }: AccessRequestInfo): string => {
    if (role) return t('requests.role', { role: localize(role.label, locale) || role.key });
    return t('requests.record', { type: record?.displayName ?? '', record: record?.title ?? record?.documentId ?? '' });
  };
};
