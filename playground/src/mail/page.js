'use strict';

const { mails } = require('./inbox');

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** Links in a text can be followed; everything else in it is text. */
const withLinks = (text) => escape(text).replace(/https?:\/\/[^\s]+/g, (link) => `<a href="${link}">${link}</a>`);

const article = ({ to, subject, text, at }) => `<article><h2>${escape(subject)}</h2><p>to <b>${escape(to)}</b>, ${escape(at.toISOString())}</p><pre>${withLinks(text)}</pre></article>`;

const STYLE = 'body{font:15px/1.5 sans-serif;max-width:720px;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #ccc}pre{white-space:pre-wrap;font:inherit}';

/** The mails that the site has sent, newest first, as a page. */
const page = () =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mails of the demo</title><style>${STYLE}</style></head><body><h1>Mails of the demo</h1>${mails.length === 0 ? '<p>None yet.</p>' : mails.map(article).join('')}</body></html>`;

/** `GET /demo-mails`: for the demo on this machine, and nowhere else. */
const route = {
  method: 'GET',
  path: '/demo-mails',
  handler: (ctx) => {
    ctx.type = 'html';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = page();
  },
  config: { auth: false },
};

module.exports = { route };
