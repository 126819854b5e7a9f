'use strict';

// A demo sends no mail to anybody: what the site sends is kept here, as long as it runs.
const MOST = 200;

const mails = [];

/** Takes the place of the site's mail provider. */
const provider = {
  async send({ to, subject, text }) {
    mails.unshift({ to, subject, text, at: new Date() });
    mails.length = Math.min(mails.length, MOST);
  },
};

module.exports = { mails, provider };
