import { currentOrigin } from '../../host/origin';
import type { SignInEvents, SignInUser } from '../../host/sign-ins';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asSystem } from '../../kernel/frame';
import { lateRecordPort, recordPort, type AuditFact } from '../../kernel/record';
import { membersOf } from '../members';

/** Longer names are tried by programs only. */
const IDENTIFIER_LENGTH = 254;

/** Signing in and out, told to the audit log: with the name that was tried, never with a password. */
export const createSignIns = (strapi: Strapi): SignInEvents => {
  const write = (action: AuditFact['action'], { door, documentId }: SignInUser): Promise<void> =>
    asSystem(async () => {
      const member = await membersOf(strapi).findByUser({ [door]: documentId });
      const actor = member ? { kind: 'member' as const, member: member.documentId } : { kind: 'nobody' as const };
      await transaction(strapi, () => recordPort.of(strapi)({ action, actor, target: { type: door, id: documentId } }));
    });

  return {
    signedIn: (user) => write('user.signed-in', user),
    signedOut: (user) => write('user.signed-out', user),
    signInFailed({ door, identifier, reason }) {
      lateRecordPort.of(strapi)({
        action: 'user.sign-in-failed',
        actor: { kind: 'nobody' },
        target: { type: door, id: '' },
        outcome: 'refused',
        details: { reason },
        personal: { identifier: identifier.slice(0, IDENTIFIER_LENGTH) },
        origin: currentOrigin(strapi),
      });
    },
  };
};
