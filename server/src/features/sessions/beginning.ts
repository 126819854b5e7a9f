import { callerAddress } from '../../host/caller-address';
import { callerDevice } from '../../host/caller-device';
import type { Issued } from '../../host/issued-tokens';
import type { Mark } from '../../host/kept-sessions';
import type { SessionUser } from '../../host/sessions';
import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { inTurnOfUser, isLetIn } from '../../host/user-standing';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { createDocumentId } from '../../kernel/ids';
import { membersOf } from '../members';
import { provedNow } from './proving';
import type { SessionsRepository } from './sessions.repository';

const REFUSED = Symbol('roster.session-refused');

type State = RequestContext['state'] & { [REFUSED]?: RosterError };

/** Why no session began for a request: the host makes a 500 of what is thrown at it there. */
export const refusedSession = ({ state }: RequestContext): RosterError | undefined => (state as State)[REFUSED];

/** How sessions begin: for who is let in at that moment, and with what he has proved. */
export const createBeginning = (strapi: Strapi, repository: SessionsRepository) => {
  const now = (): number => clockPort.of(strapi)().getTime();

  const mark = (): Mark => {
    const proof = provedNow();
    return { id: createDocumentId(), address: callerAddress(strapi) ?? null, startedAt: now(), proofs: proof === undefined ? {} : { [proof]: now() } };
  };

  const assertLetIn = async (user: SessionUser): Promise<void> => {
    const member = await membersOf(strapi).findByUser({ [user.door]: user.documentId });
    if ((member === null || member.status === 'active') && (await isLetIn(strapi, user))) return;
    const refused = new RosterError('MEMBER_INACTIVE');
    const request = currentRequest(strapi);
    if (request) (request.state as State)[REFUSED] = refused;
    throw refused;
  };

  const inTurn = <T>(user: SessionUser, work: () => Promise<T>): Promise<T> =>
    asSystem(() =>
      inTurnOfUser(strapi, user, async () => {
        await assertLetIn(user);
        return work();
      }),
    );

  return {
    /** Around the beginning of a session that the host keeps. @throws RosterError MEMBER_INACTIVE */
    ofHost: (user: SessionUser, start: (mark: Mark) => Promise<unknown>): Promise<unknown> => inTurn(user, () => start(mark())),

    /** A session for a token of the content API that has none. Its id. @throws RosterError MEMBER_INACTIVE */
    ofToken: ({ documentId: user, endsAt }: Issued): Promise<string> =>
      inTurn({ door: 'apiUser', documentId: user }, async () => {
        const { id, ...rest } = mark();
        await repository.insert({ documentId: id, user, deviceName: callerDevice(strapi), seenAt: rest.startedAt, endsAt, ...rest });
        return id;
      }),
  };
};
