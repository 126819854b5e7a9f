'use strict';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 5, 9);

/** The moment `days` after the story begins: fixed, so that two seeds are equal. */
const moment = (days) => new Date(START + days * DAY);

/** The same as a date, without the time. */
const day = (days) => moment(days).toISOString().slice(0, 10);

module.exports = { moment, day };
