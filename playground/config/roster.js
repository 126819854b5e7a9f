'use strict';

// What the team plugin governs on this site. A type that isn't listed here stays as Strapi made it.
module.exports = {
  bindings: {
    'api::customer.customer': {
      feature: 'customer_360',
      kind: 'record',
      owns: true,
      territory: 'territory',
      value: 'arr',
      fields: { custom_fields: ['custom'] },
    },
    'api::note.note': { feature: 'customer_360', kind: 'detail', parent: 'customer' },
    'api::activity.activity': { feature: 'customer_360', kind: 'detail', parent: 'customer' },
    // A detail with drafts, and one whose parent is a column: two more ways in which Strapi keeps a relation.
    'api::task.task': { feature: 'customer_360', kind: 'detail', parent: 'customer' },
    'api::ticket.ticket': { feature: 'customer_360', kind: 'detail', parent: 'customer' },
    'api::health-model.health-model': { feature: 'health_scoring', kind: 'definition' },
    'api::health-score.health-score': { feature: 'health_scoring', kind: 'detail', parent: 'customer' },
    'api::segment.segment': { feature: 'segments', kind: 'definition' },
    'api::playbook.playbook': { feature: 'playbooks', kind: 'definition' },
    'api::playbook-run.playbook-run': { feature: 'playbooks', kind: 'run', target: 'customer' },
    'api::renewal.renewal': { feature: 'renewals', kind: 'detail', parent: 'customer' },
    'api::notification.notification': { feature: 'notifications', kind: 'personal' },
    'api::dashboard-layout.dashboard-layout': { feature: 'dashboard', kind: 'personal' },
  },
};
