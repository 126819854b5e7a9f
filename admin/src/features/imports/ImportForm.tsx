import { Flex, Link } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { IMPORT_COLUMNS, IMPORT_LIMITS } from '../../../../contracts/http-imports';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { BackLink } from '../../components/BackLink';
import { FileField } from '../../components/FileField';
import { FormSection } from '../../components/FormSection';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { importAddress } from './address';
import { usePlanImport } from './api';
import { faultOf } from './fault';
import { LatestImports } from './LatestImports';

/** A file with the columns and nothing else: an example would be invited by whoever forgets to take it out. */
const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(`${IMPORT_COLUMNS.join(',')}\r\n`)}`;

/** A file of people, to be looked through first. */
export const ImportForm = ({ roles }: { readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const navigate = useNavigate();
  const change = useChange();
  const [plan, { isLoading }] = usePlanImport();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setFault(chosen && chosen.size > IMPORT_LIMITS.bytes ? t('error.FILE_TOO_LARGE') : undefined);
  };
  const submit = async () => {
    if (!file) return setFault(t('import.missing-file'));
    if (file.size > IMPORT_LIMITS.bytes) return;
    await change(async () => navigate({ search: importAddress((await plan(file).unwrap()).documentId) }), undefined, (refusal) => {
      const found = faultOf(refusal);
      if (found) setFault(t(found.key, found.values));
      return found !== undefined;
    });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <BackLink to="?tab=invitations">{t('import.back')}</BackLink>
      <FormSection title={t('import.title')} intro={t('import.intro')} submit={{ label: t('import.preview'), isLoading, onSubmit: submit }}>
        <FileField name="file" label={t('import.file')} accept=".csv,text/csv" hint={t('import.columns', { roles: roles.map(({ key }) => key).join(', ') })} error={fault} onChoose={choose} />
        <div>
          <Link href={TEMPLATE} download="people.csv" startIcon={<Download />}>
            {t('import.template')}
          </Link>
        </div>
      </FormSection>
      <LatestImports />
    </Flex>
  );
};
