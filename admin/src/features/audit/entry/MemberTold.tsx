import { Flex, Typography } from '@strapi/design-system';
import { Code } from '../../../components/Code';
import { useSaidName } from '../../../hooks/useSaidName';

/** Names of members by their documentIds. */
export type People = Readonly<Record<string, string>>;

export const isNamed = (id: string, people: People): boolean => Object.hasOwn(people, id);

interface MemberToldProps {
  /** As it was told. */
  readonly id: string;
  readonly people: People;
}

/** A member that an entry tells of: by name, with what was told of him beside it. One who is gone has an id alone. */
export const MemberTold = ({ id, people }: MemberToldProps) => {
  const said = useSaidName();
  if (!isNamed(id, people)) return <Code>{id}</Code>;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{said(people[id] ?? '')}</Typography>
      <Code>{id}</Code>
    </Flex>
  );
};
