import type { ContentApiFields } from '../../../host/content-api';
import { toWhere } from '../../../host/predicate-where';
import { currentRequest, type RequestContext, type Strapi } from '../../../host/strapi';
import { memberIn } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { createDocumentId } from '../../../kernel/ids';
import { asksAnything, type Asked } from '../domain/asked';
import type { OwnerCondition } from '../domain/owner-condition';
import { readOwnerQuery, type OwnerQuery } from '../domain/owner-query';
import { isData, type Site } from '../domain/virtual-fields';
import type { Reading } from './reading';

const SAID = Symbol('roster.owners');

/** What the queries of a request have said of owners. */
interface Said {
  /** By the type that was asked for. */
  readonly asked: Map<string, Asked>;
  readonly conditions: Map<string, OwnerCondition>;
}

type State = RequestContext['state'] & { [SAID]?: Said };

/** What is said of owners in the queries of the content API, and how it is answered. */
export const createOwnerQueries = (strapi: Strapi, site: Site, read: Reading) => {
  const saidNow = (): Said | undefined => (currentRequest(strapi)?.state as State | undefined)?.[SAID];

  /** All at once, so that they are loaded together, at whatever depth. */
  const complete = async (uid: string, data: unknown, asked: Asked): Promise<unknown> => {
    if (Array.isArray(data)) return Promise.all(data.map((item) => complete(uid, item, asked)));
    if (!isData(data)) return data;
    const { documentId } = data;
    const nested = [...asked.nested].filter(([name]) => name in data);
    const [own, ...rest] = await Promise.all([
      asked.fields.size > 0 && typeof documentId === 'string' ? read({ type: uid, record: documentId }, asked.fields) : undefined,
      ...nested.map(([name, more]) => complete(site.behind(uid, name) ?? '', data[name], more)),
    ]);
    return { ...data, ...Object.fromEntries(nested.map(([name], index) => [name, rest[index]])), ...own };
  };

  const fields: Omit<ContentApiFields<OwnerQuery>, 'takeInput'> = {
    takeQuery: (uid, query) =>
      // Outside of requests nothing could remember what stands for what.
      currentRequest(strapi) && readOwnerQuery(query, uid, site, { me: memberIn(doorPort.of(strapi).actor())?.documentId, mark: createDocumentId }),
    remember(uid, { asked, conditions }) {
      const state = currentRequest(strapi)?.state as State;
      const said = (state[SAID] ??= { asked: new Map(), conditions: new Map() });
      for (const [mark, condition] of conditions) said.conditions.set(mark, condition);
      if (asksAnything(asked)) said.asked.set(uid, asked);
    },
    async complete(uid, data) {
      const asked = saidNow()?.asked.get(uid);
      return asked ? complete(uid, data, asked) : data;
    },
  };

  return {
    ...fields,

    /** The conditions of the running request by their marks. A subquery is made anew each time: it must not be used twice. */
    conditionsNow(): ((mark: string) => object | undefined) | undefined {
      const conditions = saidNow()?.conditions;
      if (!conditions || conditions.size === 0) return undefined;
      return (mark) => {
        const condition = conditions.get(mark);
        if (!condition) return undefined;
        return 'where' in condition ? condition.where : toWhere(strapi, condition.uid, condition.predicate);
      };
    },
  };
};
