import { Flex, IconButton, TextButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { useState } from 'react';
import type { Owners, Person } from '../../../../contracts/http-owners';
import { useChange } from '../../hooks/useChange';
import { PersonName, usePersonName } from '../../components/PersonName';
import { Term } from '../../components/Term';
import { useText } from '../../hooks/useText';
import { AddCoOwnerDialog } from './AddCoOwnerDialog';
import { FRESH, useOwners, useRemoveCoOwner, type RecordRef } from './api';
import { useMayChangeOwners } from './me';

/** The owner of a record and who helps; for whoever may, with what changes the helpers. */
export const OwnersOfRecord = ({ record: { type, documentId } }: { readonly record: RecordRef }) => {
  const t = useText();
  const mayChange = useMayChangeOwners(type);
  const record = { type, documentId };
  const { data, isError } = useOwners(record, FRESH);
  if (isError) return <Typography textColor="danger600">{t('state.error')}</Typography>;
  if (!data) return <Typography textColor="neutral600">{t('state.loading')}</Typography>;
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
      <Term label={t('record.owner')}>
        <PersonName person={data.owner} />
      </Term>
      {(mayChange || data.coOwners.length > 0) && (
        <Term label={t('record.co-owners')}>
          <CoOwners record={record} owners={data} mayChange={mayChange} />
        </Term>
      )}
    </Flex>
  );
};

interface CoOwnersProps {
  readonly record: RecordRef;
  readonly owners: Owners;
  readonly mayChange: boolean;
}

const CoOwners = ({ record, owners, mayChange }: CoOwnersProps) => {
  const t = useText();
  const nameOf = usePersonName();
  const change = useChange();
  const [remove] = useRemoveCoOwner();
  const [isAdding, setAdding] = useState(false);
  const takeOff = (person: Person) =>
    change(() => remove({ ...record, coOwner: person.documentId }).unwrap(), t('record.co-owner-removed', { name: nameOf(person) }));
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {owners.coOwners.map((person) => (
        <Flex key={person.documentId} justifyContent="space-between" gap={2}>
          <PersonName person={person} />
          {mayChange && (
            <IconButton variant="ghost" size="XS" label={t('record.remove-co-owner', { name: nameOf(person) })} onClick={() => void takeOff(person)}>
              <Cross />
            </IconButton>
          )}
        </Flex>
      ))}
      {mayChange && (
        <TextButton startIcon={<Plus />} onClick={() => setAdding(true)}>
          {t('record.add-co-owner')}
        </TextButton>
      )}
      {isAdding && <AddCoOwnerDialog record={record} owners={owners} onClose={() => setAdding(false)} />}
    </Flex>
  );
};
