'use strict';

const { createCoreController } = require('@strapi/strapi').factories;

module.exports = createCoreController('api::health-score.health-score');
