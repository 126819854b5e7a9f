/** The words of a reminder, one language each. English stands in for those that are not here. */
interface Words {
  readonly subject: (role: string) => string;
  readonly greeting: (name: string) => string;
  readonly ends: (role: string, moment: string) => string;
  readonly after: string;
}

export const WORDS: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en: {
    subject: (role) => `Your role ${role} ends soon`,
    greeting: (name) => `Hello ${name},`,
    ends: (role, moment) => `your role ${role} in the team ends on ${moment}.`,
    after: 'If you need it for longer, ask an admin of the team to extend it.',
  },
  de: {
    subject: (role) => `Ihre Rolle ${role} endet bald`,
    greeting: (name) => `Guten Tag ${name},`,
    ends: (role, moment) => `Ihre Rolle ${role} im Team endet am ${moment}.`,
    after: 'Wenn Sie sie länger brauchen, bitten Sie einen Admin des Teams, sie zu verlängern.',
  },
  es: {
    subject: (role) => `Su rol ${role} termina pronto`,
    greeting: (name) => `Hola, ${name}:`,
    ends: (role, moment) => `Su rol ${role} en el equipo termina el ${moment}.`,
    after: 'Si lo necesita por más tiempo, pida a un administrador del equipo que lo prorrogue.',
  },
  fr: {
    subject: (role) => `Votre rôle ${role} se termine bientôt`,
    greeting: (name) => `Bonjour ${name},`,
    ends: (role, moment) => `Votre rôle ${role} dans l’équipe se termine le ${moment}.`,
    after: 'S’il vous le faut plus longtemps, demandez à un administrateur de l’équipe de le prolonger.',
  },
};
