import { useNotification } from '@strapi/strapi/admin';
import { useCallback, type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';
import type { ChangeOwnerFormProps } from './ChangeOwnerForm';

let Form: ComponentType<ChangeOwnerFormProps> | undefined;

/**
 * What an action of the host needs to open the form. The form's code is fetched by the click, and the dialog
 * opens once it is there: a combobox that comes to an open dialog later takes the keyboard's Tab out of it.
 */
export const useChangeOwnerDialog = (props: Omit<ChangeOwnerFormProps, 'onClose'>) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  // The same component as long as it is about the same, so that the form keeps its state.
  const content = useCallback(({ onClose }: { readonly onClose: () => void }) => (Form ? <Form {...props} onClose={onClose} /> : null), [props]);
  const label = formatMessage({ id: `${PLUGIN_ID}.owner.change`, defaultMessage: 'Change owner' });
  /** Answers whether there is nothing to open. */
  const onClick = async (): Promise<boolean> => {
    try {
      Form = (await import('./ChangeOwnerForm')).ChangeOwnerForm;
      return false;
    } catch {
      toggleNotification({ type: 'danger', message: formatMessage({ id: `${PLUGIN_ID}.state.error`, defaultMessage: 'This could not be loaded.' }) });
      return true;
    }
  };
  return { label, onClick, dialog: { type: 'modal', title: label, content } };
};
