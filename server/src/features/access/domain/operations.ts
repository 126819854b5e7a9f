import type { Kind, Operation } from './binding';

/**
 * The action that an operation on a kind needs. For a detail and a run it is asked of the record
 * behind `parent` or `target`; reading those also needs that record to be visible.
 */
export const ACTION_FOR: Readonly<Record<Kind, Readonly<Record<Operation, string>>>> = {
  record: { read: 'view', create: 'create', update: 'update', delete: 'delete' },
  detail: { read: 'view', create: 'update', update: 'update', delete: 'update' },
  run: { read: 'view', create: 'execute', update: 'execute', delete: 'delete' },
  personal: { read: 'view', create: 'personalize', update: 'personalize', delete: 'personalize' },
  definition: { read: 'view', create: 'config', update: 'config', delete: 'config' },
};

/** The action that a field of another feature needs to be written. */
export const FIELD_WRITE_ACTION = 'update';

/** Needed besides, by whatever publishes or unpublishes, where the feature has it. */
export const PUBLISH_ACTION = 'publish';
