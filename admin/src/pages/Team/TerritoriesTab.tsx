import { Flex, Typography } from '@strapi/design-system';
import { Resource } from '../../components/Resource';
import { AddTerritory } from '../../features/territories/AddTerritory';
import { useTerritories, type Territory } from '../../features/territories/api';
import { TerritoriesTable } from '../../features/territories/TerritoriesTable';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';

/** The parts into which the records of the site are divided, and how many members look after each. */
export const TerritoriesTab = () => {
  const t = useText();
  const mayChange = useMay('changeTeam');
  const query = useTerritories(undefined, { refetchOnMountOrArgChange: true });
  const add = mayChange && <AddTerritory />;
  return (
    <Resource query={query} isEmpty={(territories: Territory[]) => territories.length === 0} empty={{ content: t('territories.empty'), action: add }}>
      {(territories) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex justifyContent="space-between" gap={4} wrap="wrap">
            <Typography textColor="neutral600">{t('territories.intro')}</Typography>
            {add}
          </Flex>
          <TerritoriesTable territories={territories} mayChange={mayChange} />
        </Flex>
      )}
    </Resource>
  );
};
