import type { RuleRequest } from '../../../../contracts/http-rules';
import { fieldCatalogue } from '../../host/field-catalogue';
import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import { RosterError } from '../../kernel/errors';
import { accessOf } from '../access';
import { possibleOwners } from '../books';
import { membersOf } from '../members';
import { checkCondition } from './domain/check-condition';
import type { Rule } from './rule';

type Values = Omit<Rule, 'documentId' | 'position'>;

const invalid = (message: string, path: string): RosterError => new RosterError('VALIDATION_FAILED', message, { path });

/** @throws RosterError UNKNOWN_TYPE */
export const owningType = (strapi: Strapi, type: string, path = 'data.type'): Binding => {
  const binding = accessOf(strapi).registry.bindings.get(type);
  if (!binding?.owns) throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path });
  return binding;
};

const assertMembers = async (strapi: Strapi, members: readonly string[], pathOf: (index: number) => string): Promise<void> => {
  const able = new Set((await possibleOwners(strapi)).map(({ documentId }) => documentId));
  const index = members.findIndex((member) => !able.has(member));
  if (index < 0) return;
  const isThere = (await membersOf(strapi).find(members[index] ?? '')) !== null;
  throw new RosterError(isThere ? 'CANNOT_OWN' : 'UNKNOWN_MEMBER', undefined, { path: pathOf(index) });
};

const assertRotation = (strapi: Strapi, { rotation }: RuleRequest['target'], binding: Binding): void => {
  if (!rotation) return;
  const at = 'data.target.rotation';
  if (rotation.pool === 'territory' && binding.territory === undefined) throw invalid('The binding of this type names no territory.', `${at}.pool`);
  if (rotation.measure === 'value' && binding.value === undefined) throw invalid('The binding of this type names no value.', `${at}.measure`);
  if (rotation.partition !== null && !fieldCatalogue(strapi, binding.type).has(rotation.partition)) {
    throw invalid(`No field "${rotation.partition}" to divide by.`, `${at}.partition`);
  }
};

const momentOf = (value: string | null): Date | null => (value === null ? null : new Date(value));

/**
 * A rule as somebody sent it, checked against the type's own fields and the team of today.
 * @throws RosterError VALIDATION_FAILED, UNKNOWN_TYPE, UNKNOWN_MEMBER, CANNOT_OWN, each with the place in the rule
 */
export const checkRule = async (strapi: Strapi, request: RuleRequest): Promise<Values> => {
  const binding = owningType(strapi, request.type);
  const when = checkCondition(request.when, fieldCatalogue(strapi, request.type), ['data', 'when']);
  const { member, rotation, coOwners } = request.target;
  assertRotation(strapi, request.target, binding);
  if (member !== undefined) await assertMembers(strapi, [member], () => 'data.target.member');
  if (Array.isArray(rotation?.pool)) await assertMembers(strapi, rotation.pool, (index) => `data.target.rotation.pool[${index}]`);
  await assertMembers(strapi, coOwners, (index) => `data.target.coOwners[${index}]`);
  const [startsAt, endsAt] = [momentOf(request.startsAt), momentOf(request.endsAt)];
  if (startsAt && endsAt && endsAt <= startsAt) throw invalid('It would end before it starts.', 'data.endsAt');
  const { name, type, isActive, override } = request;
  return { name, type, isActive, override, when, target: { ...(member !== undefined && { member }), ...(rotation && { rotation }), coOwners }, startsAt, endsAt };
};
