import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { TerritoryInfo } from '../../../../contracts/http-territories';
import { FormDialog } from '../../components/FormDialog';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSetTerritories, useTerritories } from './api';

interface TerritoriesDialogProps {
  readonly member: MemberInfo;
  onClose(): void;
}

/** Which territories a member looks after. */
export const TerritoriesDialog = ({ member, onClose }: TerritoriesDialogProps) => {
  const t = useText();
  const { formatList } = useIntl();
  const change = useChange();
  const query = useTerritories(undefined, { refetchOnMountOrArgChange: true });
  const [save, { isLoading }] = useSetTerritories();
  const [chosen, setChosen] = useState<readonly string[]>(member.territories);
  const { documentId, name } = member;

  const submit = async () => {
    if (await change(() => save({ member: documentId, territories: chosen }).unwrap(), t('territories.of-changed', { name }))) onClose();
  };
  const toTab = <TextLink to="?tab=territories">{t('team.tab.territories')}</TextLink>;

  return (
    <FormDialog title={t('territories.of', { name })} isSaving={isLoading} isDisabled={!query.data?.length} onSave={submit} onClose={onClose}>
      <Resource query={query} isEmpty={(territories: TerritoryInfo[]) => territories.length === 0} empty={{ content: t('territories.empty'), action: toTab }}>
        {(territories) => (
          <Field.Root name="territories" hint={t('territories.of-hint')}>
            <Field.Label>{t('team.tab.territories')}</Field.Label>
            {/* The design system's tags (`withTags`) are buttons without a name. */}
            <MultiSelect
              value={[...chosen]}
              onChange={setChosen}
              placeholder={t('territories.none-chosen')}
              customizeContent={(keys = []) => formatList(territories.filter(({ key }) => keys.includes(key)).map((territory) => territory.name), { type: 'conjunction' })}
            >
              {territories.map((territory) => (
                <MultiSelectOption key={territory.key} value={territory.key}>
                  {territory.name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
            <Field.Hint />
          </Field.Root>
        )}
      </Resource>
    </FormDialog>
  );
};
