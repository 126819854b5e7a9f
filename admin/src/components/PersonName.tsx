import { Flex, Typography } from '@strapi/design-system';
import type { Status } from '../../../contracts/http-members';
import { useText } from '../hooks/useText';
import { Avatar } from './Avatar';

/** Whoever records belong to, as answers name them. */
export interface Person {
  readonly documentId: string;
  /** null when the member is gone. */
  readonly name: string | null;
  readonly status: string | null;
}

const isStatus = (status: string | null): status is Exclude<Status, 'active'> => status === 'invited' || status === 'deactivated' || status === 'deleted';

/** What somebody is called, and whether he can look after anything. */
export const usePersonName = () => {
  const t = useText();
  return (person: Person | null): string => {
    if (person === null) return t('owners.nobody');
    // His name says it.
    if (person.status === 'deleted') return t('members.deleted-name');
    const name = person.name ?? t('record.somebody-gone');
    return isStatus(person.status) ? t('owners.with-status', { name, status: t(`members.status.${person.status}`) }) : name;
  };
};

/** Who somebody is, and what he looks like. Grey where there is nobody, red where he is not there any more. */
export const PersonName = ({ person }: { readonly person: Person | null }) => {
  const nameOf = usePersonName();
  const color = person === null ? 'neutral600' : isStatus(person.status) || person.name === null ? 'danger600' : 'neutral800';
  const name = <Typography textColor={color}>{nameOf(person)}</Typography>;
  if (person === null) return name;
  return (
    <Flex gap={2}>
      <Avatar member={person.name === null ? null : person.documentId} name={person.name ?? ''} />
      {name}
    </Flex>
  );
};
