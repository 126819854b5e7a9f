'use strict';

const { createCoreService } = require('@strapi/strapi').factories;

module.exports = createCoreService('api::health-score.health-score');
