import { onCommit } from '../../../host/on-commit';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import type { Eraser, Forgotten } from '../../../kernel/erasure';
import { asSystem } from '../../../kernel/frame';
import { namesSomebody, tellsMore } from '../domain/names-somebody';
import { createForgettingRepository } from './forgetting.repository';

type Kept = readonly { readonly id: number; readonly personal: string }[];

/** What waits in memory to be written. */
interface Late {
  forget(person: Forgotten): void;
}

/**
 * Takes out of the log who somebody was: from where he came, and by what names he was told of. Entries themselves stay,
 * under his documentId: what is sealed holds a salted hash of what goes, and the seal holds without it.
 */
export const createForgetting = (strapi: Strapi, late: Late): Eraser => {
  const repository = createForgettingRepository(strapi);

  /** He may be named by somebody who does not know that he is a member: who could not sign in, whom he was asked by. */
  const about = async ({ member, logins, words, apiUser, panelUser }: Forgotten): Promise<readonly number[]> => {
    const users = [apiUser, panelUser].filter((documentId) => documentId !== null);
    const mine: Kept = [...(await repository.ofActor(member)), ...(await repository.ofTargets(users)), ...(await repository.telling(users))];
    const told: Kept = (await repository.ofTargets([member])).filter(({ personal }) => tellsMore(personal));
    const named: Kept = (await repository.mentioning([...new Set([...logins, ...words])])).filter(({ personal }) => namesSomebody(personal, { logins, words }));
    return [...new Set([...mine, ...told, ...named].map(({ id }) => id))];
  };

  const forget = async (person: Forgotten): Promise<void> => repository.forget(await about(person));

  /** Once more, for what others wrote while the transaction ran, which it could not see. */
  const sweep = (person: Forgotten): void =>
    void asSystem(() => transaction(strapi, () => forget(person))).catch((error: Error) => strapi.log.error(`roster: entries of the audit log could not be looked through once more: ${error.message}`));

  return async (person) => {
    await forget(person);
    await onCommit(strapi, () => {
      late.forget(person);
      sweep(person);
    });
  };
};
