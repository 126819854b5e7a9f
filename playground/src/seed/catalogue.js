'use strict';

// What exists once, however many customers there are.
module.exports = {
  territories: ['north', 'south', 'latam'],
  tiers: ['starter', 'growth', 'enterprise'],
  segments: ['Start-ups', 'Mid-market', 'Enterprise', 'Strategic'],
  // Seven regions and eight tags against six owners: each holds customers of several books.
  regions: ['Alps', 'Baltics', 'Iberia', 'Nordics', 'Andes', 'Caribbean', 'Pampas'],
  tags: ['at-risk', 'beta', 'champion', 'expansion', 'multi-year', 'onboarding', 'reference', 'vip'],
  playbooks: [
    { name: 'Onboarding', steps: ['Kick-off call', 'First integration', 'Go-live review'] },
    { name: 'Renewal', steps: ['Check usage', 'Agree on terms', 'Sign'] },
    { name: 'Rescue', steps: ['Find the cause', 'Plan with the sponsor', 'Weekly follow-up'] },
  ],
  healthModels: [
    { name: 'Adoption', weights: { logins: 0.5, seats: 0.3, features: 0.2 } },
    { name: 'Relationship', weights: { sponsor: 0.6, survey: 0.4 } },
  ],
  articles: [
    { title: 'Welcome', body: 'What this portal is for.' },
    { title: 'How we score health', body: 'Usage first, opinions second.' },
    { title: 'Holiday calendar', body: 'When the support desk is closed.' },
  ],
  cities: ['Oslo', 'Porto', 'Turin', 'Lima', 'Quito', 'Gdansk'],
};
