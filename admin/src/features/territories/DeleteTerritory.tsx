import { Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { TerritoryInfo } from '../../../../contracts/http-territories';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useDeleteTerritory } from './api';

/** Deletes a territory that no member has, after a question. */
export const DeleteTerritory = ({ territory: { key, name, members } }: { readonly territory: TerritoryInfo }) => {
  const t = useText();
  const change = useChange();
  const [remove] = useDeleteTerritory();
  if (members > 0) {
    return (
      <IconButton variant="ghost" size="S" disabled label={t('territories.delete-kept', { name, count: members })}>
        <Trash />
      </IconButton>
    );
  }
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton variant="ghost" size="S" label={t('territories.delete-what', { name })}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('territories.delete-what', { name })}
        onConfirm={async () => {
          await change(() => remove(key).unwrap(), t('territories.deleted', { name }));
        }}
      >
        {t('territories.delete-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
