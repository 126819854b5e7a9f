'use strict';

module.exports = {
  routes: [
    {
      method: 'GET',
      path: '/open/customers',
      handler: 'open.customers',
      // A forgotten public route: nobody is signed in, so the team plugin leaves it nothing to count.
      config: { auth: false },
    },
  ],
};
