import type { AccountInfo } from '../../contracts/http-account';
import type { Pictures, Profile, ProfileChanges } from '../../contracts/http-profile';
import type { JoinInput, JoinPreview, LinkPreview, LinkSession, OpenWays } from '../../contracts/http-ways-in';
import { dataOf, queryOf, type Send } from './http';

type Joined = Pick<JoinPreview, 'email' | 'doors'>;

/** What is one's own: for a member who is signed in himself. */
export const accountOf = (send: Send) => ({
  /** What one says of oneself, and what team mates look like. */
  profile: {
    find: () => dataOf<Profile>(send('GET', '/me/profile')),
    /** What is left out stays; null takes away. A picture is a PNG, JPEG or WebP in base64. */
    update: (changes: ProfileChanges) => dataOf<Profile>(send('PUT', '/me/profile', changes)),
    /** Pictures as `data:` addresses, by documentId; who has none is not there. */
    pictures: (members: readonly string[]) => dataOf<Pictures>(send('GET', `/pictures${queryOf({ members: members.join(',') })}`)),
  },

  /** How one signs in, where one belongs, and what one has access to. */
  account: {
    find: () => dataOf<AccountInfo>(send('GET', '/me/account')),
    /** Sends a link to the new address; nothing changes until `confirmEmail`. */
    changeEmail: (change: { email: string; password: string }) => send<unknown>('POST', '/me/email', change),
    confirmEmail: (token: string) => dataOf<{ email: string }>(send('POST', '/email/confirm', { token })),
    changePassword: (change: { current: string; password: string }) => send<unknown>('PUT', '/me/password', change),
    /** Takes oneself out of the team. */
    leave: () => send<unknown>('POST', '/me/leave', { leave: true }),
  },

  /** Getting in without a password, or by the domain of an address: for whoever is not signed in, where the site has opened it. */
  waysIn: {
    open: () => dataOf<OpenWays>(send('GET', '/ways-in/open')),
    askForLink: (email: string) => send<unknown>('POST', '/ways-in/links', { email }),
    previewLink: (token: string) => dataOf<LinkPreview>(send('POST', '/ways-in/links/preview', { token })),
    useLink: (token: string, isConfirmed = false) => dataOf<LinkSession>(send('POST', '/ways-in/links/use', { token, ...(isConfirmed && { isConfirmed }) })),
    askToJoin: (email: string) => send<unknown>('POST', '/ways-in/join', { email }),
    previewJoin: (token: string) => dataOf<JoinPreview>(send('POST', '/ways-in/join/preview', { token })),
    join: (said: JoinInput) => dataOf<Joined>(send('POST', '/ways-in/join/accept', said)),
  },
});
