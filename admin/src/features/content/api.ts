import { adminApi } from '@strapi/strapi/admin';

/** A record of any content type, as the Content Manager names it. */
export interface Titled {
  readonly documentId: string;
  readonly title: string;
}

/** documentIds by uid of their type. */
export type Wanted = Readonly<Record<string, readonly string[]>>;

type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };
type Ask = (query: { url: string; method: 'GET'; config?: { params: object } }) => unknown;

const PAGE_SIZE = 20;
const MOST = 100;

const COLLECTION = '/content-manager/collection-types';

interface Configuration {
  readonly data: { readonly contentType: { readonly settings: { readonly mainField?: string } } };
}

/** The field that a site has chosen to name records of a type by. */
const mainFieldOf = async (type: string, ask: Ask): Promise<string> => {
  const { data } = (await ask({ url: `/content-manager/content-types/${type}/configuration`, method: 'GET' })) as { data?: Configuration };
  return data?.data.contentType.settings.mainField ?? 'documentId';
};

const rowsOf = async (type: string, params: object, ask: Ask) => {
  const [field, answer] = await Promise.all([mainFieldOf(type, ask), ask({ url: `${COLLECTION}/${type}`, method: 'GET', config: { params } })]);
  const { data, error } = answer as { data?: { results: Row[] }; error?: unknown };
  const named = (row: Row): Titled => {
    const title = row[field];
    return { documentId: row.documentId, title: typeof title === 'string' && title !== '' ? title : row.documentId };
  };
  return { rows: data?.results.map(named), error };
};

/** What the Content Manager answers about records, with the caller's own rights to them. */
const contentApi = adminApi.enhanceEndpoints({ addTagTypes: [] }).injectEndpoints({
  endpoints: (build) => ({
    findRosterRecords: build.query<Titled[], { type: string; search: string }>({
      queryFn: async ({ type, search }, _api, _options, ask) => {
        const { rows, error } = await rowsOf(type, { page: 1, pageSize: PAGE_SIZE, ...(search !== '' && { _q: search }) }, ask as Ask);
        return rows ? { data: rows } : { error: error as never };
      },
    }),
    /** Names by documentId. Of a type that one may not read there are none, and no error: ids stand in their place. */
    getRosterTitles: build.query<Readonly<Record<string, string>>, Wanted>({
      queryFn: async (wanted, _api, _options, ask) => {
        const found = await Promise.all(
          Object.entries(wanted).map(([type, ids]) => rowsOf(type, { pageSize: MOST, filters: { documentId: { $in: ids.slice(0, MOST) } } }, ask as Ask)),
        );
        return { data: Object.fromEntries(found.flatMap(({ rows = [] }) => rows.map(({ documentId, title }) => [documentId, title]))) };
      },
    }),
  }),
});

export const { useFindRosterRecordsQuery: useFoundRecords, useGetRosterTitlesQuery: useTitles } = contentApi;
