/** The words of an invitation, one language each. English stands in for those that are not here. */
interface Words {
  readonly subject: (from: string | null) => string;
  readonly greeting: string;
  readonly asks: (from: string | null, role: string) => string;
  readonly button: string;
  readonly until: (moment: string) => string;
  readonly ignore: string;
}

export const WORDS: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en: {
    subject: (from) => (from === null ? 'You are invited to join the team' : `${from} invites you to join the team`),
    greeting: 'Hello,',
    asks: (from, role) => `${from ?? 'Somebody'} invites you to join the team as ${role}.`,
    button: 'Accept the invitation',
    until: (moment) => `The link works once, until ${moment}.`,
    ignore: 'If you did not expect this, you need do nothing.',
  },
  de: {
    subject: (from) => (from === null ? 'Einladung ins Team' : `${from} lädt Sie ins Team ein`),
    greeting: 'Guten Tag,',
    asks: (from, role) => (from === null ? `Sie sind eingeladen, dem Team beizutreten, als ${role}.` : `${from} lädt Sie ein, dem Team beizutreten, als ${role}.`),
    button: 'Einladung annehmen',
    until: (moment) => `Der Link gilt einmal, bis ${moment}.`,
    ignore: 'Wenn Sie das nicht erwartet haben, brauchen Sie nichts zu tun.',
  },
  es: {
    subject: (from) => (from === null ? 'Invitación al equipo' : `${from} le invita al equipo`),
    greeting: 'Hola:',
    asks: (from, role) => (from === null ? `Se le invita a unirse al equipo como ${role}.` : `${from} le invita a unirse al equipo como ${role}.`),
    button: 'Aceptar la invitación',
    until: (moment) => `El enlace sirve una sola vez, hasta el ${moment}.`,
    ignore: 'Si no lo esperaba, no tiene que hacer nada.',
  },
  fr: {
    subject: (from) => (from === null ? 'Invitation à rejoindre l’équipe' : `${from} vous invite à rejoindre l’équipe`),
    greeting: 'Bonjour,',
    asks: (from, role) => (from === null ? `Vous êtes invité à rejoindre l’équipe en tant que ${role}.` : `${from} vous invite à rejoindre l’équipe en tant que ${role}.`),
    button: 'Accepter l’invitation',
    until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
    ignore: 'Si vous ne l’attendiez pas, vous n’avez rien à faire.',
  },
};
