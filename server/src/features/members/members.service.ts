import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { createMembersRepository, type Member } from './members.repository';

export interface NewMember {
  readonly email: string;
  readonly name: string;
  /** Key of a role. */
  readonly role: string;
  /** Where the grant comes from; `manual` unless said. */
  readonly source?: string;
  /** Keys of territories. */
  readonly territories?: readonly string[];
  readonly timezone?: string;
  readonly language?: string;
  /** documentId of the users-permissions user. */
  readonly apiUser?: string;
  /** documentId of the admin user. */
  readonly panelUser?: string;
}

const BY_SYSTEM: AuditActor = { kind: 'system' };
const normalize = (email: string) => email.trim().toLowerCase();

/** Who is in the team, and which users of the host are theirs. */
export const createMembersService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createMembersRepository(strapi);
  const record = (fact: AuditFact) => recordPort.of(strapi)(fact);

  const territoryIds = async (keys: readonly string[]): Promise<number[]> => {
    const found = await repository.territories(keys);
    const missing = keys.find((key) => !found.some((territory) => territory.key === key));
    if (missing !== undefined) {
      throw new RosterError('VALIDATION_FAILED', `Unknown territory "${missing}".`, { path: 'territories' });
    }
    return found.map(({ id }) => id);
  };

  const refuseDuplicates = async (email: string, values: NewMember): Promise<void> => {
    const duplicate = async (path: 'email' | 'apiUser' | 'panelUser', value: string | undefined) => {
      if (value !== undefined && (await repository.find({ [path]: value }))) {
        throw new RosterError('MEMBER_EXISTS', `There is a member with this ${path} already.`, { path });
      }
    };
    await duplicate('email', email);
    await duplicate('apiUser', values.apiUser);
    await duplicate('panelUser', values.panelUser);
  };

  const setStatus = async (documentId: string, status: 'active' | 'deactivated', by: AuditActor): Promise<void> => {
    await strapi.db.transaction(async () => {
      if (!(await repository.find({ documentId }))) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
      await repository.setStatus(documentId, status);
      await record({
        action: status === 'active' ? 'member.reactivated' : 'member.deactivated',
        actor: by,
        target: { type: 'member', id: documentId },
      });
    });
  };

  return {
    find: (documentId: string): Promise<Member | null> => repository.find({ documentId }),
    findByEmail: (email: string): Promise<Member | null> => repository.find({ email: normalize(email) }),
    grants: repository.grants,

    async defineTerritory(key: string, name: string): Promise<void> {
      if ((await repository.territories([key])).length === 0) await repository.insertTerritory({ key, name });
    },

    /**
     * Adds an active member with one role.
     * @throws RosterError UNKNOWN_ROLE, MEMBER_EXISTS, VALIDATION_FAILED (territories)
     */
    async create(values: NewMember, by: AuditActor = BY_SYSTEM): Promise<Member> {
      const email = normalize(values.email);
      return strapi.db.transaction(async () => {
        await roleCataloguePort.of(strapi).assertRole(values.role);
        await refuseDuplicates(email, values);
        const member = await repository.insert({
          email,
          name: values.name,
          status: 'active',
          timezone: values.timezone ?? null,
          language: values.language ?? null,
          apiUser: values.apiUser ?? null,
          panelUser: values.panelUser ?? null,
          territories: await territoryIds(values.territories ?? []),
        });
        await repository.insertGrant({ member: member.documentId, role: values.role, source: values.source ?? 'manual', endsAt: null });
        await record({ action: 'member.created', actor: by, target: { type: 'member', id: member.documentId }, details: { role: values.role } });
        return member;
      });
    },

    /**
     * Makes a member of a panel user, or links the member who has his e-mail; with the role, whatever he had.
     * Two first requests at once make one member: the index refuses the second, who then finds the first.
     */
    async adopt(values: NewMember & { readonly panelUser: string; readonly source: string }): Promise<void> {
      try {
        await strapi.db.transaction(async () => {
          const email = normalize(values.email);
          const known = await repository.find({ email });
          const member =
            known ?? (await repository.insert({ email, name: values.name, status: 'active', panelUser: values.panelUser }));
          if (known) await repository.linkPanelUser(member.documentId, values.panelUser);
          await repository.insertGrant({ member: member.documentId, role: values.role, source: values.source, endsAt: null });
          await record({ action: 'member.created', actor: BY_SYSTEM, target: { type: 'member', id: member.documentId }, details: { role: values.role, source: values.source } });
        });
      } catch (error) {
        if (!(await repository.find({ panelUser: values.panelUser }))) throw error;
      }
    },

    /**
     * Replaces the manual role of a member; grants of other sources stay.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER
     */
    async setRole(documentId: string, role: string, by: AuditActor = BY_SYSTEM): Promise<void> {
      await strapi.db.transaction(async () => {
        await roleCataloguePort.of(strapi).assertRole(role);
        if (!(await repository.find({ documentId }))) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
        const before = (await repository.grants(documentId)).filter(({ source }) => source === 'manual').map((grant) => grant.role);
        await repository.deleteGrants({ member: documentId, source: 'manual' });
        await repository.insertGrant({ member: documentId, role, source: 'manual', endsAt: null });
        await record({ action: 'member.role-changed', actor: by, target: { type: 'member', id: documentId }, details: { from: before, to: role } });
      });
    },

    deactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'deactivated', by),
    reactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'active', by),
  };
};

export type MembersService = ReturnType<typeof createMembersService>;
