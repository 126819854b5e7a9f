import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SetUp } from '../../../../contracts/http-set-up';
import { DataTable } from '../../components/DataTable';
import { Notice } from '../../components/Notice';
import { useChange } from '../../hooks/useChange';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useBindTypes } from './api';
import { draftOf, typeAt, type BindingsDraft } from './bindings-draft';
import { StepFrame } from './StepFrame';
import { TypeRow } from './TypeRow';

const COLUMNS = ['type', 'kind', 'feature', 'more'] as const;

/** What each content type of the site is to the team. */
export const TypesStep = ({ setUp }: { readonly setUp: SetUp }) => {
  const t = useText();
  const change = useChange();
  const mayBind = useMay('changeSecurity');
  const [bind, { isLoading }] = useBindTypes();
  const [draft, setDraft] = useState<BindingsDraft>(() => draftOf(setUp));
  const [fault, setFault] = useState<{ readonly type: string; readonly message: string }>();
  const isFresh = setUp.types.every(({ boundBy }) => boundBy === 'nobody');

  const save = async () => {
    setFault(undefined);
    await change(() => bind(draft).unwrap(), t('setup.types.saved'), ({ path, message = '' }) => {
      const type = typeAt(path);
      if (type !== undefined) setFault({ type, message });
      return type !== undefined;
    });
  };
  const set = (uid: string, binding: BindingsDraft[string] | undefined) => {
    const { [uid]: _before, ...rest } = draft;
    setDraft(binding ? { ...rest, [uid]: binding } : rest);
  };

  return (
    <StepFrame step="types">
      {isFresh && Object.keys(draft).length > 0 && <Notice kind="info">{t('setup.types.guessed')}</Notice>}
      <DataTable
        caption={t('setup.step.types')}
        head={COLUMNS.map((column) => (
          <th key={column} scope="col">
            {t(`setup.types.${column}`)}
          </th>
        ))}
      >
        <tbody>
          {setUp.types.map((type) => (
            <TypeRow key={type.uid} type={type} types={setUp.types} features={setUp.features} binding={draft[type.uid]} error={fault?.type === type.uid ? fault.message : undefined} onChange={(binding) => set(type.uid, binding)} />
          ))}
        </tbody>
      </DataTable>
      {mayBind && (
        <Flex justifyContent="flex-end" gap={4}>
          <Typography textColor="neutral600">{t('setup.types.observe-first')}</Typography>
          <Button loading={isLoading} onClick={() => void save()}>
            {t('setup.types.save')}
          </Button>
        </Flex>
      )}
    </StepFrame>
  );
};
