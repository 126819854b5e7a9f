import { Button, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import { TextField } from '../../components/TextField';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useAddTerritory, useRenameTerritory, type Territory } from './api';

interface TerritoryDialogProps {
  /** None for a new one. */
  readonly territory?: Territory;
  onClose(): void;
}

/** A territory by its name and, as long as it is new, its key: records hold that one, so it stays. */
export const TerritoryDialog = ({ territory, onClose }: TerritoryDialogProps) => {
  const t = useText();
  const change = useChange();
  const [add, { isLoading: isAdding }] = useAddTerritory();
  const [rename, { isLoading: isRenaming }] = useRenameTerritory();
  const [draft, setDraft] = useState({ key: territory?.key ?? '', name: territory?.name ?? '' });
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Partial<Record<string, string>>>>({});
  const errorOf = (input: 'key' | 'name') => refused[`data.${input}`] ?? (isTried && draft[input].trim() === '' ? t(`territories.missing.${input}`) : undefined);

  const submit = async () => {
    setTried(true);
    setRefused({});
    const values = { key: draft.key.trim(), name: draft.name.trim() };
    if (values.key === '' || values.name === '') return;
    const run = () => (territory ? rename(values).unwrap() : add(values).unwrap());
    const isDone = await change(run, t(territory ? 'territories.renamed' : 'territories.added', { name: values.name }), ({ path, message }) => {
      if (path !== 'data.key' && path !== 'data.name') return false;
      setRefused({ [path]: message ?? '' });
      return true;
    });
    if (isDone) onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{territory ? t('territories.rename-what', { name: territory.name }) : t('territories.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex
            tag="form"
            id="roster-territory"
            noValidate
            direction="column"
            alignItems="stretch"
            gap={5}
            onSubmit={(event: { preventDefault(): void }) => {
              event.preventDefault();
              void submit();
            }}
          >
            <TextField name="territory-name" label={t('territories.name')} required value={draft.name} error={errorOf('name')} onChange={(name) => setDraft({ ...draft, name })} />
            {!territory && <TextField name="territory-key" label={t('territories.key')} hint={t('territories.key-hint')} required value={draft.key} error={errorOf('key')} onChange={(key) => setDraft({ ...draft, key })} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
          <Button type="submit" form="roster-territory" loading={isAdding || isRenaming}>
            {t('common.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
