'use strict';

const { playbooks, healthModels } = require('./catalogue');
const { moment, day } = require('./calendar');
const { number, pick, documentId } = require('./chance');

// Details hang on a customer by its index, so that any seed size gives the same ones.
// `of(customer)` answers rows; `links` names the other relations of the type by documentId.

const note = ({ index, name }, nth) => ({
  documentId: documentId('note', index, nth),
  title: nth === 0 ? `Kick-off with ${name}` : `Review with ${name}`,
  text: pick(['Went well.', 'They asked for more seats.', 'The sponsor is leaving.'], 'text', index, nth),
});

const activity = ({ index, name }) => {
  const type = pick(['call', 'mail', 'meeting'], 'activity', index);
  return {
    documentId: documentId('activity', index),
    type,
    at: moment(number(60, 'at', index)),
    summary: `A ${type} with ${name}`,
  };
};

const score = ({ index }) => ({
  documentId: documentId('health-score', index),
  score: 20 + number(81, 'score', index),
});

const renewal = ({ index, arr }) => ({
  documentId: documentId('renewal', index),
  date: day(90 + number(270, 'renewal', index)),
  amount: arr,
  state: 'open',
});

const run = ({ index }) => ({
  documentId: documentId('playbook-run', index),
  state: pick(['open', 'done'], 'run', index),
});

const modelOf = ({ index }) =>
  documentId('health-model', healthModels[index % healthModels.length].name);

const playbookOf = ({ index }) => documentId('playbook', playbooks[index % playbooks.length].name);

module.exports = [
  { kind: 'note', of: (customer) => [note(customer, 0), note(customer, 1)] },
  { kind: 'activity', of: (customer) => [activity(customer)] },
  { kind: 'health-score', of: (customer) => [score(customer)], links: { model: ['health-model', modelOf] } },
  { kind: 'renewal', of: (customer) => [renewal(customer)] },
  {
    kind: 'playbook-run',
    of: (customer) => (customer.index % 3 === 0 ? [run(customer)] : []),
    links: { playbook: ['playbook', playbookOf] },
  },
];
