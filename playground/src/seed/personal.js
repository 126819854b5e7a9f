'use strict';

const { documentId } = require('./chance');

const notification = (author, title, text) => ({
  documentId: documentId('notification', author, title),
  author,
  row: { title, text, seen: false },
});

const layout = (author, name, widgets) => ({
  documentId: documentId('dashboard-layout', author ?? 'everybody', name),
  author,
  row: { name, layout: { widgets } },
});

// Personal records belong to their author. One layout has none: it is the same for everybody.
module.exports = {
  'api::notification.notification': [
    notification('carla', 'Acme renews soon', 'Ninety days left.'),
    notification('carla', 'New note', 'Chen wrote about Borealis.'),
    notification('chen', 'Score dropped', 'Borealis lost ten points.'),
    notification('chen', 'New co-owner', 'Carla joined you on Borealis.'),
  ],
  'api::dashboard-layout.dashboard-layout': [
    layout('carla', "Carla's board", ['renewals', 'scores']),
    layout('chen', "Chen's board", ['scores', 'activities']),
    layout(null, 'Company default', ['customers', 'arr']),
  ],
};
