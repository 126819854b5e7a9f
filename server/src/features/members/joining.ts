import type { AuditAction } from '../../../../contracts/audit-actions';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import type { Member, MembersRepository } from './members.repository';
import { assertAhead } from './ahead';
import { createTerritoriesRepository, type TerritoriesRepository } from './territories.repository';

export interface NewMember {
  readonly email: string;
  readonly name: string;
  /** Key of a role. */
  readonly role: string;
  /** Where the grant comes from; `manual` unless said. */
  readonly source?: string;
  /** Until when the role counts; without, until it is taken away. */
  readonly endsAt?: Date | null;
  /** Keys of territories. */
  readonly territories?: readonly string[];
  readonly timezone?: string;
  readonly language?: string;
  /** documentId of the users-permissions user. */
  readonly apiUser?: string;
  /** documentId of the admin user. */
  readonly panelUser?: string;
}

/** documentIds of users of the host; null unlinks, what is left out stays. */
export interface UserLinks {
  readonly apiUser?: string | null;
  readonly panelUser?: string | null;
}

export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

const territoryIds = async (repository: TerritoriesRepository, keys: readonly string[]): Promise<number[]> => {
  const found = await repository.among(keys);
  const missing = keys.find((key) => !found.some((territory) => territory.key === key));
  if (missing !== undefined) throw new RosterError('VALIDATION_FAILED', `Unknown territory "${missing}".`, { path: 'territories' });
  return found.map(({ id }) => id);
};

const LINKS = ['apiUser', 'panelUser'] as const;

const refuseDuplicates = async (repository: MembersRepository, values: Partial<NewMember>, self?: string): Promise<void> => {
  for (const path of ['email', ...LINKS] as const) {
    const value = values[path];
    const other = value === undefined ? null : await repository.find({ [path]: value });
    if (other && other.documentId !== self) throw new RosterError('MEMBER_EXISTS', `There is a member with this ${path} already.`, { path });
  }
};

const refuseMissingUsers = async (repository: MembersRepository, values: Partial<NewMember>): Promise<void> => {
  for (const path of LINKS) {
    const value = values[path];
    if (value !== undefined && !(await repository.hasUser(path, value))) throw new RosterError('VALIDATION_FAILED', 'No such user of the site.', { path });
  }
};

/** How a person becomes a member: added with a role, or adopted from the host's own users. */
export const createJoining = (strapi: Strapi, repository: MembersRepository) => {
  const territories = createTerritoriesRepository(strapi);

  const grant = async (member: Member, { role, source = 'manual', endsAt = null }: NewMember, { action, by }: { action: AuditAction; by: AuditActor }): Promise<void> => {
    await repository.insertGrant({ member: member.documentId, role, source, endsAt });
    const end = endsAt === null ? {} : { endsAt: endsAt.toISOString() };
    await recordPort.of(strapi)({ action, actor: by, target: { type: 'member', id: member.documentId }, details: { role, source, ...end } });
  };

  const link = async (member: Member, users: UserLinks, by: AuditActor): Promise<void> => {
    const given = Object.fromEntries(LINKS.flatMap((path) => (typeof users[path] === 'string' ? [[path, users[path]]] : []))) as Partial<NewMember>;
    await refuseDuplicates(repository, given, member.documentId);
    await refuseMissingUsers(repository, given);
    await repository.setUsers(member.documentId, { ...users });
    const from = { apiUser: member.apiUser, panelUser: member.panelUser };
    await recordPort.of(strapi)({ action: 'member.linked', actor: by, target: { type: 'member', id: member.documentId }, details: { from, to: { ...from, ...users } } });
  };

  const add = (wanted: NewMember, status: 'active' | 'invited', told: { action: AuditAction; by: AuditActor }): Promise<Member> =>
    transaction(strapi, async () => {
      const values = { ...wanted, email: normalizeEmail(wanted.email) };
      await roleCataloguePort.of(strapi).assertRole(values.role);
      assertAhead(strapi, values.endsAt);
      await refuseDuplicates(repository, values);
      await refuseMissingUsers(repository, values);
      const member = await repository.insert({
        email: values.email,
        name: values.name,
        status,
        timezone: values.timezone ?? null,
        language: values.language ?? null,
        apiUser: values.apiUser ?? null,
        panelUser: values.panelUser ?? null,
        territories: await territoryIds(territories, values.territories ?? []),
      });
      await grant(member, values, told);
      return member;
    });

  return {
    add,

    create: (wanted: NewMember, by: AuditActor): Promise<Member> => add(wanted, 'active', { action: 'member.created', by }),

    link,

    async adopt(wanted: NewMember & { readonly panelUser: string }, by: AuditActor): Promise<void> {
      const { panelUser, name } = wanted;
      const email = normalizeEmail(wanted.email);
      try {
        await transaction(strapi, async () => {
          const known = await repository.find({ email });
          if (known) await link(known, { panelUser }, by);
          // He needs no invitation any more.
          if (known?.status === 'invited') await repository.setStatus(known.documentId, 'active');
          if (!known) await grant(await repository.insert({ email, name, status: 'active', panelUser }), wanted, { action: 'member.created', by });
        });
      } catch (error) {
        // Two first requests at once: the index refused the second, whose member is there now.
        if (!(await repository.find({ panelUser }))) throw error;
      }
    },
  };
};
