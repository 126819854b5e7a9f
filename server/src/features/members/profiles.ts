import { accountsOf } from '../../host/accounts';
import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { cleanPicture } from './domain/picture';
import type { Member, MembersRepository } from './members.repository';
import { createPicturesRepository, type StoredPicture } from './pictures.repository';

/** What somebody says of himself; what is left out stays. */
export interface ProfileValues {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  /** IANA time zone. */
  readonly timezone?: string | null | undefined;
  /** BCP 47 tag. */
  readonly language?: string | null | undefined;
  /** In base64; null takes it away. */
  readonly picture?: string | null | undefined;
}

const FIELDS = ['name', 'phone', 'timezone', 'language'] as const;

const cleanOrRefuse = (base64: string) => {
  const clean = cleanPicture(Buffer.from(base64, 'base64'));
  if (!clean) throw new RosterError('VALIDATION_FAILED', 'A PNG, JPEG or WebP of 1024 pixels a side at most, please.', { path: 'data.picture' });
  return clean;
};

/** What members say of themselves, and what they look like. */
export const createProfiles = (strapi: Strapi, members: MembersRepository) => {
  const pictures = createPicturesRepository(strapi);

  /** @throws RosterError VALIDATION_FAILED for what is no picture */
  const setPicture = async (member: string, base64: string | null): Promise<void> => {
    if (base64 === null) return pictures.remove(member);
    const { mime, bytes } = cleanOrRefuse(base64);
    await pictures.set({ member, mime, content: bytes.toString('base64') });
  };

  /** The host's own name and language of a user of the panel are those of his profile. Names at the API are names to sign in with, and stay. */
  const tellHost = async ({ panelUser, name }: Member, { name: newName, language }: ProfileValues): Promise<void> => {
    if (panelUser === null || (newName === undefined && !language)) return;
    await accountsOf(strapi).panelUser.rename(panelUser, { name: newName ?? name, ...(language && { language }) });
  };

  return {
    /** Pictures of these members, with one statement; who has none is not there. */
    picturesOf: async (list: readonly string[]): Promise<readonly StoredPicture[]> => (list.length === 0 ? [] : pictures.among(list)),

    /** Keeps what a member looks like, in the transaction that runs. @throws RosterError VALIDATION_FAILED */
    setPicture,

    /** Changes what somebody says of himself, all of it or nothing. @throws RosterError UNKNOWN_MEMBER, VALIDATION_FAILED */
    changeProfile: ({ documentId }: Pick<Member, 'documentId'>, { picture, ...values }: ProfileValues, by: AuditActor): Promise<void> =>
      transaction(strapi, async () => {
        await lockRows(strapi, own('member'), { documentId });
        const member = await members.find({ documentId });
        if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
        const fields = FIELDS.filter((field) => values[field] !== undefined && values[field] !== member[field]);
        const changes = Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<Member>;
        if (fields.length > 0) await members.setProfile(documentId, changes);
        if (picture !== undefined) await setPicture(documentId, picture);
        await tellHost(member, changes as ProfileValues);
        const changed = [...fields, ...(picture === undefined ? [] : ['picture'])];
        if (changed.length === 0) return;
        // What somebody says of himself is his: the log has no copy of it.
        await recordPort.of(strapi)({ action: 'member.profile-changed', actor: by, target: { type: 'member', id: documentId }, details: { fields: changed } });
      }),
  };
};
