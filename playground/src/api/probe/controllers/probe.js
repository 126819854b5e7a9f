'use strict';

module.exports = {
  show(ctx) {
    const [feature, action] = ctx.path.split('/').slice(-2);
    ctx.body = { data: { feature, action } };
  },
};
