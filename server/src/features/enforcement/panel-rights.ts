import { PANEL_PERMISSIONS, panelAction, type PanelPermission } from '../../../../contracts/panel-permissions';
import { fieldPathsOf, hasDrafts, isLocalized } from '../../host/content-types';
import type { PanelRight } from '../../host/panel-rights';
import type { Strapi } from '../../host/strapi';
import { isGrantee, type Actor, type Grantee } from '../../kernel/actor';
import { ACTION_FOR, FIELD_WRITE_ACTION, PUBLISH_ACTION, type Binding } from '../../kernel/binding';
import type { Reach } from '../../kernel/reach';
import { accessOf } from '../access';
import type { EnforcementGate } from './gate';
import { createMemo } from './memo';

const EXPLORER = 'plugin::content-manager.explorer.';

const isOnRecords = (action: string): boolean => action.startsWith(EXPLORER);

const pages = Object.entries(PANEL_PERMISSIONS).map(([name, { openedBy }]) => ({ action: panelAction(name as PanelPermission), openedBy }));

/** Rights to pages over which, for a member, a cell of the matrix decides and no box of the host. */
const OURS: ReadonlySet<string> = new Set(pages.filter(({ openedBy }) => typeof openedBy === 'object').map(({ action }) => action));

/**
 * What a member gets in the panel for a request: rights on governed types as far as his cells go, so that
 * menus, buttons and fields follow the matrix; and the plugin's own pages. Which records, the guards decide.
 */
export const createPanelRights = (strapi: Strapi, gate: EnforcementGate) => {
  const remembered = createMemo<Reach, readonly PanelRight[]>();
  const paths = new Map<string, readonly string[]>();

  const pathsOf = (uid: string): readonly string[] => {
    const known = paths.get(uid) ?? fieldPathsOf(strapi, uid);
    paths.set(uid, known);
    return known;
  };

  /** The fields that may be read or written: without those of features that do not allow it; those alone, where the type itself does not. */
  const fieldsFor = (reach: Reach, binding: Binding, { own, other }: { own: string; other: string }): string[] => {
    const may = (path: string): boolean => {
      const owner = binding.fields.get(path.split('.')[0] ?? path);
      return owner === undefined ? reach.mask(binding.feature, own) !== 0 : reach.mask(owner, other) !== 0;
    };
    return pathsOf(binding.type).filter(may);
  };

  const rightsOn = (reach: Reach, binding: Binding): PanelRight[] => {
    const { type: subject, feature, kind } = binding;
    const table = ACTION_FOR[kind];
    const has = (action: string) => reach.mask(feature, action) !== 0;
    const locales = isLocalized(strapi, subject) ? { locales: null } : {};
    const right = (name: string, fields?: string[]): PanelRight => ({ action: `${EXPLORER}${name}`, subject, properties: { ...(fields && { fields }), ...locales }, conditions: [] });
    const read = fieldsFor(reach, binding, { own: table.read, other: 'view' });
    const update = fieldsFor(reach, binding, { own: table.update, other: FIELD_WRITE_ACTION });
    const mayPublish = hasDrafts(strapi, subject) && has(table.update) && (!accessOf(strapi).registry.has(feature, PUBLISH_ACTION) || has(PUBLISH_ACTION));
    return [
      ...(has(table.read) ? [right('read', read)] : []),
      ...(has(table.create) ? [right('create', fieldsFor(reach, binding, { own: table.create, other: FIELD_WRITE_ACTION }))] : []),
      ...(update.length > 0 ? [right('update', update)] : []),
      ...(has(table.delete) ? [right('delete')] : []),
      ...(mayPublish ? [right('publish')] : []),
    ];
  };

  const opened = (reach: Reach): PanelRight[] =>
    pages
      .filter(({ openedBy }) => {
        if (openedBy === 'member') return true;
        if (openedBy === 'admin') return reach.roles.some(({ key }) => key === 'admin');
        const [feature, action] = openedBy.cell;
        return reach.mask(feature, action) !== 0;
      })
      .map(({ action }) => ({ action, subject: null, properties: {}, conditions: [] }));

  const onGovernedTypes = (actor: Grantee): readonly PanelRight[] =>
    remembered(actor.reach, 'types', () =>
      [...gate.bindings.values()].filter(({ type }) => gate.bindingFor(actor, type) && !gate.isClosed(type)).flatMap((binding) => rightsOn(actor.reach, binding)),
    );

  const mine = (actor: Grantee): readonly PanelRight[] => [...remembered(actor.reach, 'pages', () => opened(actor.reach)), ...onGovernedTypes(actor)];

  return {
    onGovernedTypes: (actor: Actor): readonly PanelRight[] => (isGrantee(actor) ? onGovernedTypes(actor) : []),

    /** The user's own rights, without those on governed types, and with those that his roles in the team give. */
    of(actor: Actor, own: readonly PanelRight[]): readonly PanelRight[] {
      const isDecidedHere = ({ action, subject }: PanelRight): boolean =>
        (isOnRecords(action) && subject != null && gate.bindingFor(actor, subject) !== undefined) || (isGrantee(actor) && OURS.has(action));
      const elsewhere = own.filter((right) => !isDecidedHere(right));
      return isGrantee(actor) ? [...elsewhere, ...mine(actor)] : elsewhere;
    },
  };
};

export type PanelRights = ReturnType<typeof createPanelRights>;
