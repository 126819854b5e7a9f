'use strict';

const { createCoreController } = require('@strapi/strapi').factories;

module.exports = createCoreController('api::playbook-run.playbook-run');
