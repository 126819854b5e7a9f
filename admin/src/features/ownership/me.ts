import { adminApi, useAuth } from '@strapi/strapi/admin';
import type { Me } from '../../../../contracts/http-me';
import { panelAction } from '../../../../contracts/panel-permissions';

const meApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getRosterMe: build.query<Me, void>({
      query: () => '/roster/me',
      transformResponse: ({ data }: { data: Me }) => data,
    }),
  }),
});

const SEE_OWNERS: string = panelAction('records.read');

/** Who one is to the team. Nothing for whoever is no member, and while that is being found out. */
export const useTeammate = (): Me | undefined => {
  // Each row of a list asks: the rights at hand will do.
  const mayAsk = useAuth('Roster', ({ permissions }) => permissions.some(({ action }) => action === SEE_OWNERS));
  return meApi.useGetRosterMeQuery(undefined, { skip: !mayAsk }).data;
};

/** Whether somebody changes whom records belong to. */
export const managesTeam = (me: Me | undefined): boolean => me?.permissions['team_management']?.['update'] !== undefined;

/** Whether one may change owners of a type's records: it has owners, and one manages the team. */
export const useMayChangeOwners = (type: string): boolean => {
  const me = useTeammate();
  return me?.types[type]?.owns === true && managesTeam(me);
};
