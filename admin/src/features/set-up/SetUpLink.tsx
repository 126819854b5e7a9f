import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { PLUGIN_ID } from '../../plugin-id';
import { useText } from '../../hooks/useText';

/** To where a site is set up. */
export const SetUpLink = () => {
  const t = useText();
  return (
    <LinkButton tag={Link} to={`/plugins/${PLUGIN_ID}/set-up`} variant="secondary">
      {t('setup.open')}
    </LinkButton>
  );
};
