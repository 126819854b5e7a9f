import type { MemberInfo } from '../../../../contracts/http-members';

type Grant = MemberInfo['grants'][number];

/** Grants of an identity provider are not to be changed here. */
const isByHand = ({ source }: Grant): boolean => !/^(idp:|scim$)/.test(source);

/** The grant that was given by hand, whichever way: of several, the one that decides. */
export const givenTo = ({ grants, roles }: Pick<MemberInfo, 'grants' | 'roles'>): Grant | undefined => {
  const given = grants.filter(isByHand);
  return given.find(({ role }) => roles.includes(role)) ?? given[0];
};
