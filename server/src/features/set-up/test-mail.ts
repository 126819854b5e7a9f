import type { TestMail } from '../../../../contracts/http-set-up';
import { deliverMail } from '../../host/mail';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { memberIn } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { membersOf } from '../members';

interface Words {
  readonly subject: string;
  readonly text: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: { subject: 'A test mail', text: 'This site can send you mails: invitations will arrive like this one.' },
  de: { subject: 'Eine Testmail', text: 'Diese Website kann dir Mails schicken: Einladungen kommen an wie diese.' },
  es: { subject: 'Un correo de prueba', text: 'Este sitio puede enviarte correos: las invitaciones llegarán como este.' },
  fr: { subject: 'Un e-mail d’essai', text: 'Ce site peut t’envoyer des e-mails : les invitations arriveront comme celui-ci.' },
};

/** Sends a mail to whoever asks for it, and says what the provider made of it. @throws RosterError NOT_A_MEMBER */
export const sendTestMail = async (strapi: Strapi, actor: Actor): Promise<TestMail> => {
  const documentId = memberIn(actor)?.documentId;
  const member = documentId === undefined ? null : await membersOf(strapi).find(documentId);
  if (!member) throw new RosterError('NOT_A_MEMBER');
  const words = WORDS[(member.language ?? 'en').slice(0, 2)] ?? (WORDS['en'] as Words);
  try {
    await deliverMail(strapi, { to: member.email, ...words });
    return { to: member.email, problem: null };
  } catch (error) {
    return { to: member.email, problem: (error as Error).message };
  }
};
