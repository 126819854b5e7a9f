import { Flex } from '@strapi/design-system';
import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import type { OwnerChange } from '../../../../contracts/http-owners';
import { relatedAmong } from '../assignment/conditions/related';
import { useSpeaker } from '../assignment/useSpeaker';
import { namedInReasons } from '../moves/namedInReasons';
import { fieldsIn, type Schema } from './fieldsIn';
import { HistoryItem } from './HistoryItem';

interface HistoryListProps {
  /** uid of the record's type. */
  readonly type: string;
  readonly changes: readonly OwnerChange[];
}

/** Change by change; records that reasons name are said by their names, as far as one may read them. */
export const HistoryList = ({ type, changes }: HistoryListProps) => {
  // The host's editor has the schemas at hand; the record itself isn't asked for again.
  const { schema, components = {}, schemas = [] } = useDocument({ collectionType: 'collection-types', model: type }, { skip: true });
  const fields = schema ? fieldsIn(schema as Schema, { components: components as Readonly<Record<string, Schema>>, types: schemas as readonly Schema[] }) : [];
  const speaker = useSpeaker(relatedAmong(namedInReasons(changes), fields));
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
      {changes.map((change, index) => (
        <HistoryItem key={index} change={change} fields={fields} speaker={speaker} />
      ))}
    </Flex>
  );
};
