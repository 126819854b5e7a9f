'use strict';

const personal = require('./personal');
const { insertRows } = require('./bulk');

const writePersonal = async (strapi) => {
  for (const [uid, records] of Object.entries(personal)) {
    await insertRows(strapi, uid, records.map(({ documentId, row }) => ({ documentId, ...row })));
  }
};

module.exports = { writePersonal };
