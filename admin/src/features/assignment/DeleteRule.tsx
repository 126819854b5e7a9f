import { Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { RuleInfo } from '../../../../contracts/http-rules';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useDeleteRule } from './api';

/** Deletes a rule, after a question. Records stay with whom it gave them to. */
export const DeleteRule = ({ rule: { documentId, name } }: { readonly rule: RuleInfo }) => {
  const t = useText();
  const change = useChange();
  const [remove] = useDeleteRule();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton variant="ghost" size="S" label={t('rules.delete-what', { name })}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('rules.delete-what', { name })}
        onConfirm={async () => {
          await change(() => remove(documentId).unwrap(), t('rules.deleted', { name }));
        }}
      >
        {t('rules.delete-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
