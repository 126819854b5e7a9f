/** The words of the mails about an address that changes, one language each. English stands in for those that are not here. */
interface Words {
  readonly greeting: string;
  readonly confirmSubject: string;
  readonly confirm: (email: string) => string;
  readonly button: string;
  readonly until: (moment: string) => string;
  readonly ignore: string;
  readonly noticeSubject: string;
  readonly notice: string;
  readonly notYou: string;
}

export const WORDS: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en: {
    greeting: 'Hello,',
    confirmSubject: 'Confirm your new e-mail address',
    confirm: (email) => `${email} is to be the address with which you sign in. Nothing changes until you confirm it.`,
    button: 'Confirm the address',
    until: (moment) => `The link works once, until ${moment}.`,
    ignore: 'If you did not ask for this, you need do nothing.',
    noticeSubject: 'Your e-mail address is to be changed',
    notice: 'Somebody who knows your password asked for another address for your account. It changes once that address is confirmed.',
    notYou: 'If that was not you, change your password now, and tell an admin of your team.',
  },
  de: {
    greeting: 'Guten Tag,',
    confirmSubject: 'Neue E-Mail-Adresse bestätigen',
    confirm: (email) => `${email} soll die Adresse werden, mit der Sie sich anmelden. Bis Sie das bestätigen, ändert sich nichts.`,
    button: 'Adresse bestätigen',
    until: (moment) => `Der Link gilt einmal, bis ${moment}.`,
    ignore: 'Wenn Sie das nicht veranlasst haben, brauchen Sie nichts zu tun.',
    noticeSubject: 'Ihre E-Mail-Adresse soll geändert werden',
    notice: 'Jemand, der Ihr Passwort kennt, hat für Ihr Konto eine andere Adresse gewünscht. Sie ändert sich, sobald jene Adresse bestätigt ist.',
    notYou: 'Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Admin Ihres Teams.',
  },
  es: {
    greeting: 'Hola:',
    confirmSubject: 'Confirme su nueva dirección de correo',
    confirm: (email) => `${email} va a ser la dirección con la que inicia sesión. Nada cambia hasta que lo confirme.`,
    button: 'Confirmar la dirección',
    until: (moment) => `El enlace sirve una sola vez, hasta el ${moment}.`,
    ignore: 'Si no lo ha pedido, no tiene que hacer nada.',
    noticeSubject: 'Se va a cambiar su dirección de correo',
    notice: 'Alguien que conoce su contraseña ha pedido otra dirección para su cuenta. Cambiará en cuanto se confirme esa dirección.',
    notYou: 'Si no ha sido usted, cambie ahora su contraseña y avise a un administrador de su equipo.',
  },
  fr: {
    greeting: 'Bonjour,',
    confirmSubject: 'Confirmez votre nouvelle adresse e-mail',
    confirm: (email) => `${email} doit devenir l’adresse avec laquelle vous vous connectez. Rien ne change tant que vous ne l’avez pas confirmée.`,
    button: 'Confirmer l’adresse',
    until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
    ignore: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
    noticeSubject: 'Votre adresse e-mail doit être modifiée',
    notice: 'Quelqu’un qui connaît votre mot de passe a demandé une autre adresse pour votre compte. Elle changera dès que cette adresse sera confirmée.',
    notYou: 'Si ce n’était pas vous, changez maintenant votre mot de passe et prévenez un administrateur de votre équipe.',
  },
};
