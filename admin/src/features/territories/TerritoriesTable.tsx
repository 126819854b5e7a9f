import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { useText } from '../../hooks/useText';
import type { Territory } from './api';
import { DeleteTerritory } from './DeleteTerritory';
import { TerritoryDialog } from './TerritoryDialog';

interface TerritoriesTableProps {
  readonly territories: readonly Territory[];
  readonly mayChange: boolean;
}

export const TerritoriesTable = ({ territories, mayChange }: TerritoriesTableProps) => {
  const t = useText();
  const [renaming, setRenaming] = useState<Territory>();
  const head = (['name', 'key', 'members', ...(mayChange ? (['actions'] as const) : [])] as const).map((column) => (
    <th key={column} scope="col">
      {t(`territories.column.${column}`)}
    </th>
  ));
  return (
    <>
      <DataTable caption={t('territories.caption')} head={head}>
        <tbody>
          {territories.map((territory) => (
            <tr key={territory.key}>
              <th scope="row">{territory.name}</th>
              <td>
                <Code>{territory.key}</Code>
              </td>
              <td>{territory.members}</td>
              {mayChange && (
                <td>
                  <Flex gap={1}>
                    <Button variant="tertiary" size="S" aria-label={t('territories.rename-what', { name: territory.name })} onClick={() => setRenaming(territory)}>
                      {t('territories.rename')}
                    </Button>
                    <DeleteTerritory territory={territory} />
                  </Flex>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {renaming && <TerritoryDialog territory={renaming} onClose={() => setRenaming(undefined)} />}
    </>
  );
};
