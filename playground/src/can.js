'use strict';

// With ROSTER=off the policy doesn't exist, and a route that names a missing policy stops the boot. With ROSTER=new the
// plugin has just come: nobody has written a word for it yet.
const installed = !['off', 'new'].includes(process.env.ROSTER);

/** The policies of a hand-written route: `policies: can('analytics', 'view')`. */
const can = (feature, action, extra = {}) =>
  installed ? [{ name: 'plugin::roster.can', config: { feature, action, ...extra } }] : [];

module.exports = { can };
