import type { AuditAction } from '../../../../contracts/audit-actions';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { nearest } from '../../kernel/nearest';
import type { AuditActor, Recorder } from '../../kernel/record';
import type { SiteLog } from '../../kernel/site-log';
import type { AuditConfig } from './config';

/** Entries of the site's own code, of actions that its configuration names. */
export const createSiteLog = (strapi: Strapi, { actions = {} }: AuditConfig, record: Recorder, actor: () => AuditActor): SiteLog => ({
  async log({ action, target: { type, id }, outcome, details }) {
    if (!Object.hasOwn(actions, action)) {
      const guess = nearest(action, Object.keys(actions));
      throw new RosterError('UNKNOWN_ACTION', `"${action}" is not among audit.actions of the configuration${guess ? `, did you mean "${guess}"?` : ''}`, { path: 'action' });
    }
    // The actions of a site are checked here, by name; the type knows those of the plugin.
    const fact = { action: action as AuditAction, actor: actor(), target: { type, id }, ...(outcome && { outcome }), ...(details && { details }) };
    await asSystem(() => transaction(strapi, () => record(fact)));
  },
});
