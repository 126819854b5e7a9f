/** Searches in a log as `fillLog` fills it: each filter alone, and several together. */
export const SEARCHES = {
  'no filter': {},
  member: { actor: 'member000000000000000042' },
  'rare member': { actor: 'rarememberrarememberrare' },
  action: { action: ['user.signed-in'] },
  refused: { outcome: 'refused' },
  type: { targetType: 'api::type-3.type-3' },
  target: { target: 'record000000000000000042' },
  'member and action': { actor: 'member000000000000000042', action: ['record.updated'] },
  'member and an action that he never did': { actor: 'member000000000000000042', action: ['record.created'] },
  'member, outcome, type': { actor: 'member000000000000000044', outcome: 'refused', targetType: 'api::type-0.type-0' },
  'a day': { from: '2026-01-01', to: '2026-01-01' },
};
