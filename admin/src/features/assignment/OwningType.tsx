import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';
import { Choice } from '../../components/Choice';
import { Resource } from '../../components/Resource';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';
import { useRuleTypes } from './api';

/** The type that a tab is about: the one in the address, or the first whose records have owners. A choice where there are several. */
export const OwningType = ({ children }: { children(type: RuleType, choice: ReactNode, types: readonly RuleType[]): ReactNode }) => {
  const t = useText();
  const [search, setSearch] = useSearchState();
  const query = useRuleTypes(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={(types: RuleType[]) => types.length === 0} empty={{ content: t('types.empty') }}>
      {(types) => {
        const type = types.find((one) => one.type === search.get('type')) ?? (types[0] as RuleType);
        const choice = types.length > 1 && (
          <Box maxWidth="28rem">
            <Choice
              name="type"
              label={t('types.choose')}
              value={type.type}
              options={types.map((one) => ({ value: one.type, label: one.displayName }))}
              onChoose={(value) => setSearch({ type: value, rule: undefined, list: undefined, page: undefined, job: undefined })}
            />
          </Box>
        );
        return children(type, choice, types);
      }}
    </Resource>
  );
};
