import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { groupBy } from '../../kernel/group-by';
import type { Wanted } from './access-requests.repository';
import { shareableWith } from './shareable';

interface OfRecord {
  readonly type: string;
  readonly record: string;
}

const keyOf = ({ type, record }: OfRecord): string => `${type} ${record}`;

/** Those of them that are about records. */
export const recordsIn = <T extends Wanted>(list: readonly T[]): (T & OfRecord)[] => list.filter((one): one is T & OfRecord => one.type !== null);

/** Which of the records that are asked for somebody sees. Who views nothing of a type sees none, and is not refused for looking. */
export const seenBy = async (strapi: Strapi, actor: Actor, list: readonly Wanted[]): Promise<(of: OfRecord) => boolean> => {
  const seen = new Set<string>();
  const types = shareableWith(strapi, actor);
  for (const [type, some] of groupBy(recordsIn(list), (one) => one.type)) {
    if (!types.includes(type)) continue;
    for (const record of await doorPort.of(strapi).visibleAmong(type, some.map(({ record: documentId }) => documentId))) seen.add(keyOf({ type, record }));
  }
  return (of) => seen.has(keyOf(of));
};
