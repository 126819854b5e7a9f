import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { TerritoryDialog } from './TerritoryDialog';

/** Opens the form for a new territory. */
export const AddTerritory = () => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<Plus />} onClick={() => setOpen(true)}>
        {t('territories.add')}
      </Button>
      {isOpen && <TerritoryDialog onClose={() => setOpen(false)} />}
    </>
  );
};
