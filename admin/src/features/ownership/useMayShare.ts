import { useOwners, type RecordRef } from './api';
import { managesTeam, useTeammate } from './me';

/** Whether one may share a record: it is one's own, or one manages the team. */
export const useMayShare = ({ type, documentId }: RecordRef): boolean => {
  const me = useTeammate();
  const { data } = useOwners({ type, documentId }, { skip: me?.types[type]?.owns !== true });
  const owner = data?.owner?.documentId;
  return managesTeam(me) || (owner !== undefined && owner === me?.member?.documentId);
};
