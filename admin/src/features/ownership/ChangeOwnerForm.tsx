import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { MOST_RECORDS } from '../../../../contracts/limits';
import type { Refusal } from '../../hooks/refusal';
import { useChange, useRefusalText } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSetOwner, useSetOwners } from './api';
import { CandidatePicker, NOBODY } from './CandidatePicker';
import { useOwnerChoices } from './useOwnerChoices';
import { recordAtFault } from './recordAtFault';

export interface ChangeOwnerFormProps {
  readonly type: string;
  readonly records: readonly string[];
  /** What the record at this place is called, for an error that is about it. */
  nameOf?(index: number): string;
  onDone?(): void;
  onClose(): void;
}

/** What a dialog of the host shows: who owns a record from now on, or several. Several change together, or not at all. */
export const ChangeOwnerForm = ({ type, records, nameOf, onDone, onClose }: ChangeOwnerFormProps) => {
  const t = useText();
  const change = useChange();
  const why = useRefusalText();
  const { toggleNotification } = useNotification();
  const { query, choices, now, isNobodyThere } = useOwnerChoices(type, records);
  const [setOwner, one] = useSetOwner();
  const [setOwners, many] = useSetOwners();
  const [chosen, setChosen] = useState<string>();
  const value = chosen ?? now;
  const isTooMuch = records.length > MOST_RECORDS.changed;
  const [documentId] = records;

  /** Of many records, which one it was. */
  const nameRecord = (refusal: Refusal): boolean => {
    const what = nameOf && recordAtFault(refusal, records, nameOf);
    if (what !== undefined) toggleNotification({ type: 'danger', message: t('error.about', { what, why: why(refusal) }) });
    return what !== undefined;
  };

  const save = async () => {
    const owner = value === NOBODY ? null : value;
    const name = choices.find((choice) => choice.value === value)?.name ?? '';
    const count = records.length;
    const done = count === 1 ? t(owner === null ? 'owner.taken' : 'owner.changed', { name }) : t(owner === null ? 'owner.taken-many' : 'owner.changed-many', { name, count });
    const run = () => (count === 1 && documentId !== undefined ? setOwner({ type, documentId, owner }).unwrap() : setOwners({ type, records, owner }).unwrap());
    if (!(await change(run, done, nameRecord))) return;
    onClose();
    onDone?.();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {records.length > 1 && (
            <Typography textColor={isTooMuch ? 'danger600' : 'neutral600'}>
              {isTooMuch ? t('owner.too-many', { most: MOST_RECORDS.changed }) : t('owner.many', { count: records.length })}
            </Typography>
          )}
          <CandidatePicker label={t('record.owner')} query={query} choices={choices} hint={isNobodyThere ? t('owner.no-candidates') : undefined} value={value} onChoose={setChosen} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={one.isLoading || many.isLoading} disabled={value === '' || value === now || isTooMuch} onClick={() => void save()}>
          {t('common.save')}
        </Button>
      </Modal.Footer>
    </>
  );
};
