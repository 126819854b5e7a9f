/** Why a domain is not one of a company. */
export const DOMAIN_REFUSALS = ['not-a-domain', 'public-suffix', 'public-mail'] as const;
export type DomainRefusal = (typeof DOMAIN_REFUSALS)[number];

/** Providers where anybody gets an address of his own, whatever comes behind the name: `yahoo.com`, `yahoo.co.uk`. */
const MAIL_NAMES = new Set([
  'aol', 'fastmail', 'freemail', 'gmail', 'gmx', 'googlemail', 'hey', 'hotmail', 'hushmail', 'icloud', 'inbox', 'live', 'lycos', 'mailbox', 'maildrop', 'mailinator', 'msn',
  'outlook', 'pm', 'posteo', 'proton', 'protonmail', 'rambler', 'rediffmail', 'rocketmail', 'runbox', 'startmail', 'tuta', 'tutamail', 'tutanota', 'web', 'yahoo', 'yandex', 'ymail', 'zoho', 'zohomail',
]);

/** Providers by their whole domain. */
const MAIL_DOMAINS = new Set([
  '10minutemail.com', '126.com', '139.com', '163.com', '188.com', '189.cn', '21cn.com', '263.net', 'aim.com', 'aliyun.com', 'alice.it', 'arcor.de', 'att.net', 'bellsouth.net', 'bigpond.com', 'bluewin.ch', 'bol.com.br',
  'bt.com', 'btinternet.com', 'btopenworld.com', 'centrum.cz', 'charter.net', 'chello.nl', 'comcast.net', 'cox.net', 'daum.net', 'discard.email', 'dispostable.com', 'duck.com', 'earthlink.net', 'email.com', 'email.cz',
  'email.it', 'eircom.net', 'excite.com', 'facebook.com', 'foxmail.com', 'free.fr', 'freenet.de', 'getnada.com', 'globo.com', 'globomail.com', 'google.com', 'guerrillamail.com', 'hanmail.net', 'home.nl', 'ig.com.br',
  'inbox.lv', 'inbox.ru', 'interia.pl', 'iinet.net.au', 'juno.com', 'kakao.com', 'kolabnow.com', 'laposte.net', 'libero.it', 'list.ru', 'love.com', 'mac.com', 'mail.bg', 'mail.com', 'mail.de', 'mail.ee', 'mail.ru',
  'mailfence.com', 'me.com', 'mozmail.com', 'naver.com', 'nate.com', 'netscape.net', 'neuf.fr', 'ntlworld.com', 'o2.pl', 'online.de', 'onet.pl', 'op.pl', 'optonline.net', 'optusnet.com.au', 'orange.fr', 'passport.com',
  'privaterelay.appleid.com', 'privatemail.com', 'qq.com', 'r7.com', 'sapo.pt', 'sbcglobal.net', 'seznam.cz', 'sfr.fr', 'sharklasers.com', 'shaw.ca', 'simplelogin.com', 'sina.cn', 'sina.com', 'sky.com', 'skynet.be', 'sohu.com',
  'sympatico.ca', 't-online.de', 'talktalk.net', 'telenet.be', 'telefonica.net', 'temp-mail.org', 'terra.com.br', 'terra.es', 'throwawaymail.com', 'tin.it', 'tiscali.it', 'tom.com', 'trashmail.com', 'ukr.net', 'uol.com.br',
  'usa.com', 'usa.net', 'verizon.net', 'videotron.ca', 'vip.qq.com', 'virgilio.it', 'virgin.net', 'virginmedia.com', 'voila.fr', 'volny.cz', 'wanadoo.fr', 'windowslive.com', 'windstream.net', 'wp.pl', 'xtra.co.nz', 'yeah.net',
  'yopmail.com', 'ziggo.nl', 'zonnet.nl',
]);

/** Under these, in countries, anybody registers a name: `co.uk`, `com.br`. */
const REGISTRIES = new Set(['ac', 'art', 'asso', 'co', 'com', 'ed', 'edu', 'firm', 'gen', 'go', 'gob', 'gouv', 'gov', 'gv', 'id', 'ind', 'info', 'ltd', 'me', 'mil', 'muni', 'name', 'ne', 'net', 'nhs', 'nic', 'nom', 'or', 'org', 'plc', 'police', 'press', 'pro', 'sch', 'school', 'tm', 'web']);

/** And under these, of companies that lend names to anybody. */
const LENT = new Set([
  'appspot.com', 'azurewebsites.net', 'blogspot.com', 'br.com', 'cloudfront.net', 'cn.com', 'de.com', 'eu.com', 'eu.org', 'firebaseapp.com', 'fly.dev', 'github.io', 'gitlab.io', 'glitch.me', 'gb.net', 'herokuapp.com',
  'jpn.com', 'netlify.app', 'ngrok.app', 'ngrok.io', 'onmicrosoft.com', 'onrender.com', 'pages.dev', 'repl.co', 'ru.com', 'sa.com', 'se.net', 'uk.com', 'uk.net', 'us.com', 'vercel.app', 'web.app', 'wixsite.com', 'wordpress.com', 'workers.dev', 'za.com',
]);

/** Names that stand for no place in the open internet. */
const LOCAL = new Set(['arpa', 'corp', 'home', 'internal', 'invalid', 'lan', 'local', 'localdomain', 'localhost', 'onion']);

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** RFC 1123, in letters of ASCII (RFC 5891), with an end that is no number: an address of a machine is none. */
const isName = (domain: string, labels: readonly string[]): boolean =>
  domain.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && /^[a-z]/.test(labels.at(-1) ?? '') && !LOCAL.has(labels.at(-1) ?? '');

const isSuffix = (domain: string, labels: readonly string[]): boolean => LENT.has(domain) || (labels.length === 2 && labels[1]?.length === 2 && REGISTRIES.has(labels[0] ?? ''));

const isPublicMail = (domain: string, [name = '', ...rest]: readonly string[]): boolean =>
  MAIL_DOMAINS.has(domain) || (MAIL_NAMES.has(name) && (rest.length === 1 || (rest.length === 2 && rest[1]?.length === 2 && REGISTRIES.has(rest[0] ?? ''))));

/**
 * Why an address of a domain says nothing of whom somebody works for: it is none, it belongs to everybody, or everybody
 * gets an address there. Undefined for one of a company. The domain is in small letters of ASCII.
 */
export const refusalOfDomain = (domain: string): DomainRefusal | undefined => {
  const labels = domain.split('.');
  if (!isName(domain, labels)) return labels.length === 1 && LABEL.test(domain) ? 'public-suffix' : 'not-a-domain';
  if (isPublicMail(domain, labels)) return 'public-mail';
  return isSuffix(domain, labels) ? 'public-suffix' : undefined;
};
