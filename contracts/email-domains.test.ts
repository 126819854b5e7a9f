import { refusalOfDomain } from './email-domains';

describe('a domain of a company', () => {
  it.each(['yourcompany.com', 'acme.co.uk', 'mail.acme.example', 'xn--mnchen-3ya.de', 'a.io', 'x.test', 'gmail.acme.com', 'yahoo-inc.com', 'liveramp.com', 'web.acme.de', 'xn--e1afmkfd.xn--p1ai', 'co.com.acme.org'])('%s is one', (domain) => {
    expect(refusalOfDomain(domain)).toBeUndefined();
  });

  it.each([
    ['public-mail', ['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.fr', 'live.com', 'yahoo.com', 'yahoo.co.uk', 'yahoo.com.br', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'gmx.net', 'gmx.de', 'web.de', 'mail.ru', 'yandex.ru', 'qq.com', '163.com', 'aol.com', 't-online.de', 'libero.it', 'orange.fr', 'mailinator.com', 'zoho.com']],
    ['public-suffix', ['com', 'de', 'localhost', 'co.uk', 'com.br', 'org.au', 'ac.jp', 'gob.mx', 'github.io', 'onmicrosoft.com', 'herokuapp.com', 'uk.com']],
    ['not-a-domain', ['', '.', '*.acme.com', '*', 'acme.com.', '.acme.com', 'acme..com', '127.0.0.1', '10.0.0.1', '[::1]', '::1', 'acme.com:25', 'https://acme.com', 'acme.com/x', 'a@acme.com', '-acme.com', 'acme-.com', 'acme.123', 'münchen.de', 'ACME.com', 'acme com', `${'a'.repeat(64)}.com`, `${'a.'.repeat(130)}com`, 'printer.local', 'db.internal', 'x.onion', 'acme.com\n', 'acme_com.com']],
  ] as const)('%s: %j', (why, domains) => {
    expect(domains.map((domain) => [domain, refusalOfDomain(domain)])).toEqual(domains.map((domain) => [domain, why]));
  });
});
