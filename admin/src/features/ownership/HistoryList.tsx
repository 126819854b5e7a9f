import { Flex } from '@strapi/design-system';
import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import type { OwnerChange } from '../../../../contracts/http-owners';
import { useSpeaker } from '../assignment/useSpeaker';
import { relatedInReasons } from '../moves/related';
import { fieldsIn } from './fieldsIn';
import { HistoryItem } from './HistoryItem';

interface HistoryListProps {
  /** uid of the record's type. */
  readonly type: string;
  readonly changes: readonly OwnerChange[];
}

/** Change by change; records that reasons name are said by their names, as far as one may read them. */
export const HistoryList = ({ type, changes }: HistoryListProps) => {
  // The host's editor has the schema at hand; the record itself isn't asked for again.
  const { schema } = useDocument({ collectionType: 'collection-types', model: type }, { skip: true });
  const fields = fieldsIn((schema?.attributes ?? {}) as Parameters<typeof fieldsIn>[0]);
  const speaker = useSpeaker(relatedInReasons(changes, fields));
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
      {changes.map((change, index) => (
        <HistoryItem key={index} change={change} fields={fields} speaker={speaker} />
      ))}
    </Flex>
  );
};
