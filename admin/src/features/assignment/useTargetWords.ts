import { useIntl } from 'react-intl';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { usePersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';

type Target = RuleInfo['target'];

/** Who gets the records, in words: one line for the owner, one for those who help. */
export const useTargetWords = (type: RuleType) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatList } = useIntl();

  const rotationInWords = ({ mode, measure, pool, partition }: NonNullable<Target['rotation']>): string => {
    const how = mode === 'least' ? t(`rotation.says.least-${measure}`, { field: type.value }) : t(`rotation.says.${mode}`);
    const who = typeof pool === 'object' ? t('rotation.says.chosen', { count: pool.length }) : t(`rotation.says.${pool}`);
    return [how, who, ...(partition === null ? [] : [t('rotation.says.partition', { field: partition })])].join(', ');
  };

  return ({ member, rotation, coOwners }: Target): readonly string[] => {
    const owner = rotation ? rotationInWords(rotation) : member ? nameOf(member) : undefined;
    const helpers = coOwners.length > 0 ? t('rules.with-co-owners', { people: formatList(coOwners.map(nameOf), { type: 'conjunction' }) }) : undefined;
    return [owner, helpers].filter((line) => line !== undefined);
  };
};
