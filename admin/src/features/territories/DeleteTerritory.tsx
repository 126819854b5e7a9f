import { Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useDeleteTerritory, type Territory } from './api';

/** Deletes a territory, after a question: who had it reaches its records no more. */
export const DeleteTerritory = ({ territory: { key, name, members } }: { readonly territory: Territory }) => {
  const t = useText();
  const change = useChange();
  const [remove] = useDeleteTerritory();
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
        {t('territories.delete-body', { count: members })}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
