/** What a governed type is to the team; it says which action an operation needs, and on what. */
export const KINDS = ['record', 'detail', 'run', 'personal', 'definition'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * How far a binding goes: not at all; it tells who would lose what, and changes no answer; or it holds.
 */
export const MODES = ['off', 'observe', 'enforce'] as const;
export type Mode = (typeof MODES)[number];

/** What whoever is no member gets of a governed type: nothing, or what the host alone gives him. */
export const NON_MEMBERS = ['closed', 'strapi'] as const;
export type NonMembers = (typeof NON_MEMBERS)[number];

/** What the audit log tells of a write: that it was, or also what was there before and after. */
export const AUDIT_DEPTHS = ['fact', 'changes'] as const;
export type AuditDepth = (typeof AUDIT_DEPTHS)[number];

export type Operation = 'read' | 'create' | 'update' | 'delete';

/** A feature's hold on a content type, checked and complete. */
export interface Binding {
  readonly type: string;
  readonly feature: string;
  readonly kind: Kind;
  readonly mode: Mode;
  readonly nonMembers: NonMembers;
  readonly audit: AuditDepth;
  /** The record that decides for this one: the parent of a detail, the target of a run. */
  readonly via?: { readonly attribute: string; readonly type: string };
  readonly owns: boolean;
  /** Where a record lies: an attribute that holds the key of a territory, or a relation. */
  readonly territory?: string;
  /** What is behind `territory` where that is a relation, and the attribute there that holds the key. */
  readonly territoryOf?: { readonly type: string; readonly key: string };
  readonly value?: string;
  /** Attributes that another feature owns: attribute → feature. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Types whose rows carry the projected owner: books own records, a personal record has its author. */
export const isOwned = (binding: Binding): boolean => binding.owns || binding.kind === 'personal';

/** Types whose rows are records or hang on some: shares and restrictions reach them, and no others. */
export const isAboutRecords = ({ kind }: Binding): boolean => kind === 'record' || kind === 'detail' || kind === 'run';

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

/** The one action that is never about a record that is there. */
export const CREATE_ACTION = 'create';

/** The action that reading needs, of whatever kind. */
export const VIEW_ACTION = 'view';

/** The action that a field of another feature needs to be written. */
export const FIELD_WRITE_ACTION = 'update';

/** Needed besides, by whatever publishes or unpublishes, where the feature has it. */
export const PUBLISH_ACTION = 'publish';
