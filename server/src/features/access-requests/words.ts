/** The words of the mails about requests for access, one language each. English stands in for those that are not here. */
interface Words {
  readonly greeting: (name: string) => string;
  readonly role: (label: string) => string;
  readonly record: (type: string, title: string) => string;
  readonly askedSubject: (name: string) => string;
  readonly asked: (name: string, email: string, wanted: string, moment: string) => string;
  readonly reason: (reason: string) => string;
  readonly button: string;
  readonly approvedSubject: string;
  readonly approved: (wanted: string, moment: string) => string;
  readonly declinedSubject: string;
  readonly declined: (wanted: string) => string;
  readonly note: (note: string) => string;
}

export const WORDS: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en: {
    greeting: (name) => `Hello ${name},`,
    role: (label) => `the role ${label}`,
    record: (type, title) => `${type}: ${title}`,
    askedSubject: (name) => `${name} asks for access`,
    asked: (name, email, wanted, moment) => `${name} (${email}) asks for ${wanted}, until ${moment}.`,
    reason: (reason) => `The reason: ${reason}`,
    button: 'Look at the request',
    approvedSubject: 'You have been given access',
    approved: (wanted, moment) => `You have what you asked for, until ${moment}: ${wanted}.`,
    declinedSubject: 'Your request was declined',
    declined: (wanted) => `You do not get what you asked for: ${wanted}.`,
    note: (note) => `With these words: ${note}`,
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    role: (label) => `die Rolle ${label}`,
    record: (type, title) => `${type}: ${title}`,
    askedSubject: (name) => `${name} bittet um Zugriff`,
    asked: (name, email, wanted, moment) => `${name} (${email}) bittet um ${wanted}, bis ${moment}.`,
    reason: (reason) => `Der Grund: ${reason}`,
    button: 'Anfrage ansehen',
    approvedSubject: 'Sie haben Zugriff erhalten',
    approved: (wanted, moment) => `Sie haben, worum Sie gebeten haben, bis ${moment}: ${wanted}.`,
    declinedSubject: 'Ihre Anfrage wurde abgelehnt',
    declined: (wanted) => `Sie erhalten nicht, worum Sie gebeten haben: ${wanted}.`,
    note: (note) => `Mit diesen Worten: ${note}`,
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    role: (label) => `el rol ${label}`,
    record: (type, title) => `${type}: ${title}`,
    askedSubject: (name) => `${name} solicita acceso`,
    asked: (name, email, wanted, moment) => `${name} (${email}) solicita ${wanted}, hasta el ${moment}.`,
    reason: (reason) => `El motivo: ${reason}`,
    button: 'Ver la solicitud',
    approvedSubject: 'Se le ha dado acceso',
    approved: (wanted, moment) => `Tiene lo que solicitó, hasta el ${moment}: ${wanted}.`,
    declinedSubject: 'Su solicitud ha sido rechazada',
    declined: (wanted) => `No obtiene lo que solicitó: ${wanted}.`,
    note: (note) => `Con estas palabras: ${note}`,
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    role: (label) => `le rôle ${label}`,
    record: (type, title) => `${type} : ${title}`,
    askedSubject: (name) => `${name} demande un accès`,
    asked: (name, email, wanted, moment) => `${name} (${email}) demande ${wanted}, jusqu’au ${moment}.`,
    reason: (reason) => `Le motif : ${reason}`,
    button: 'Voir la demande',
    approvedSubject: 'Un accès vous a été accordé',
    approved: (wanted, moment) => `Vous avez ce que vous avez demandé, jusqu’au ${moment} : ${wanted}.`,
    declinedSubject: 'Votre demande a été refusée',
    declined: (wanted) => `Vous n’obtenez pas ce que vous avez demandé : ${wanted}.`,
    note: (note) => `Avec ces mots : ${note}`,
  },
};
