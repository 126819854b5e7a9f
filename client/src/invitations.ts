import type { ImportInfo, ImportRowsPage, ImportRowStatus } from '../../contracts/http-imports';
import type { InvitationInfo, InvitationsPage, InvitationStatus, InviteRequest } from '../../contracts/http-invitations';
import { dataOf, pathOf, queryOf, type Send } from './http';

export interface Paging {
  readonly page?: number;
  readonly pageSize?: number;
}

/** Who is asked to join. For whoever may invite. */
export const invitationsOf = (send: Send) => ({
  /** One by one. */
  invitations: {
    list: (query: Paging & { status?: InvitationStatus } = {}) => send<InvitationsPage>('GET', `/invitations${queryOf({ ...query })}`),
    create: (invitation: InviteRequest) => dataOf<InvitationInfo>(send('POST', '/invitations', invitation)),
    resend: (documentId: string) => dataOf<InvitationInfo>(send('POST', pathOf('invitations', documentId, 'resend'), {})),
    revoke: (documentId: string) => send<unknown>('DELETE', pathOf('invitations', documentId)),
  },

  /** Many, from a CSV file. */
  imports: {
    list: () => dataOf<ImportInfo[]>(send('GET', '/imports')),
    /** Says what each row would become, and invites nobody. The file as a `Blob`. */
    plan: (file: Blob) => dataOf<ImportInfo>(send('POST', '/imports', file)),
    find: (id: string) => dataOf<ImportInfo>(send('GET', pathOf('imports', id))),
    rows: (id: string, query: Paging & { status?: ImportRowStatus } = {}) => send<ImportRowsPage>('GET', pathOf('imports', id, 'rows') + queryOf({ ...query })),
    start: (id: string) => dataOf<ImportInfo>(send('POST', pathOf('imports', id, 'start'), {})),
    cancel: (id: string) => dataOf<ImportInfo>(send('POST', pathOf('imports', id, 'cancel'), {})),
  },
});
