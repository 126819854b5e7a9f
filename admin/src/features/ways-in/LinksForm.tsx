import { Checkbox } from '@strapi/design-system';
import { useState } from 'react';
import type { WaysIn } from '../../../../contracts/http-ways-in';
import { FormSection } from '../../components/FormSection';
import { Notice } from '../../components/Notice';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSetLinks } from './api';

/** At which doors a mailed link signs in. */
export const LinksForm = ({ waysIn: { links, mayOpenApi } }: { readonly waysIn: WaysIn }) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useSetLinks();
  const [panel, setPanel] = useState(links.panel);
  const [api, setApi] = useState(links.api);
  const submit = async () => {
    await change(() => save({ panel, api }).unwrap(), t('ways-in.saved'));
  };
  return (
    <FormSection title={t('ways-in.links')} intro={t('ways-in.links-intro')} submit={{ label: t('common.save'), isLoading, onSubmit: submit }}>
      <Checkbox checked={panel} onCheckedChange={(value: boolean | 'indeterminate') => setPanel(value === true)}>
        {t('ways-in.links-panel')}
      </Checkbox>
      <Checkbox checked={api} disabled={!mayOpenApi} onCheckedChange={(value: boolean | 'indeterminate') => setApi(value === true)}>
        {t('ways-in.links-api')}
      </Checkbox>
      {!mayOpenApi && <Notice kind="info">{t('ways-in.links-no-url')}</Notice>}
    </FormSection>
  );
};
