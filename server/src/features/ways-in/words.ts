/** The words of mails with a way in, one language each. English stands in for those that are not here. */
interface Words {
  readonly greeting: string;
  readonly joinSubject: string;
  readonly join: string;
  readonly joinButton: string;
  readonly linkSubject: string;
  readonly link: (device: string) => string;
  readonly someDevice: string;
  readonly linkButton: string;
  readonly until: (moment: string) => string;
  readonly ignore: string;
}

export const WORDS: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en: {
    greeting: 'Hello,',
    joinSubject: 'Join your team',
    join: 'Your address is one of your company, whose team you can join.',
    joinButton: 'Join the team',
    linkSubject: 'Your link to sign in',
    link: (device) => `This link signs you in. It was asked for with ${device}.`,
    someDevice: 'a program that says nothing of itself',
    linkButton: 'Sign in',
    until: (moment) => `The link works once, until ${moment}.`,
    ignore: 'If you did not ask for this, you need do nothing. Give the link to nobody.',
  },
  de: {
    greeting: 'Guten Tag,',
    joinSubject: 'Treten Sie Ihrem Team bei',
    join: 'Ihre Adresse gehört zu Ihrer Firma, deren Team Sie beitreten können.',
    joinButton: 'Dem Team beitreten',
    linkSubject: 'Ihr Link zum Anmelden',
    link: (device) => `Dieser Link meldet Sie an. Er wurde mit ${device} angefordert.`,
    someDevice: 'einem Programm, das nichts von sich sagt,',
    linkButton: 'Anmelden',
    until: (moment) => `Der Link gilt einmal, bis ${moment}.`,
    ignore: 'Wenn Sie das nicht veranlasst haben, brauchen Sie nichts zu tun. Geben Sie den Link niemandem.',
  },
  es: {
    greeting: 'Hola:',
    joinSubject: 'Únase a su equipo',
    join: 'Su dirección es de su empresa, a cuyo equipo puede unirse.',
    joinButton: 'Unirse al equipo',
    linkSubject: 'Su enlace para entrar',
    link: (device) => `Este enlace inicia su sesión. Se pidió con ${device}.`,
    someDevice: 'un programa que no dice nada de sí mismo',
    linkButton: 'Entrar',
    until: (moment) => `El enlace sirve una sola vez, hasta el ${moment}.`,
    ignore: 'Si no lo ha pedido, no tiene que hacer nada. No dé el enlace a nadie.',
  },
  fr: {
    greeting: 'Bonjour,',
    joinSubject: 'Rejoignez votre équipe',
    join: 'Votre adresse est celle de votre entreprise, dont vous pouvez rejoindre l’équipe.',
    joinButton: 'Rejoindre l’équipe',
    linkSubject: 'Votre lien de connexion',
    link: (device) => `Ce lien vous connecte. Il a été demandé avec ${device}.`,
    someDevice: 'un programme qui ne dit rien de lui-même',
    linkButton: 'Se connecter',
    until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
    ignore: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire. Ne donnez le lien à personne.',
  },
};
