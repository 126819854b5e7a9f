import { LinkButton } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { useText } from '../../hooks/useText';
import { IMPORT_FORM } from './address';

/** The way to the import of people from a file. */
export const ImportLink = () => {
  const t = useText();
  return (
    <LinkButton tag={Link} to={IMPORT_FORM} variant="secondary" startIcon={<Upload />}>
      {t('import.open')}
    </LinkButton>
  );
};
