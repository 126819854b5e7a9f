import { panelAction, type PanelPermission } from '../../contracts/panel-permissions';

const right = (permission: PanelPermission) => [{ action: panelAction(permission), subject: null }];

/** What each page asks for: its menu link is hidden and the page is closed without it. */
export const PAGE_PERMISSIONS = {
  team: right('team.read'),
  security: right('security.read'),
  audit: right('audit.read'),
  account: right('me.read'),
};

/** What single buttons ask for. */
export const PERMISSIONS = {
  addMembers: right('team.create'),
  changeTeam: right('team.update'),
  exportRecords: right('exports.read'),
  changeSecurity: right('security.update'),
  changeAudit: right('audit.update'),
};
