import { access } from './features/access';
import { accessRequests } from './features/access-requests';
import { account } from './features/account';
import { apiTokens } from './features/api-tokens';
import { assignment } from './features/assignment';
import { audit } from './features/audit';
import { backfill } from './features/backfill';
import { books } from './features/books';
import { enforcement } from './features/enforcement';
import { dataExports } from './features/exports';
import { members } from './features/members';
import { observation } from './features/observation';
import { rebalance } from './features/rebalance';
import { sessions } from './features/sessions';
import { setUp } from './features/set-up';
import { team } from './features/team';
import { tokens } from './features/tokens';
import { usage } from './features/usage';
import { waysIn } from './features/ways-in';
import { afterAdminBootstrap } from './host/after-admin-bootstrap';
import { extendGraphql } from './host/graphql';
import { ownTables } from './own-tables';
import { composePlugin } from './kernel/compose-plugin';
import { panelPermissions } from './panel-permissions';
import { uninstaller } from './uninstaller';

const FEATURES = [audit, members, tokens, access, apiTokens, books, assignment, rebalance, backfill, enforcement, observation, usage, sessions, team, account, accessRequests, waysIn, setUp, dataExports, ownTables, panelPermissions];

/**
 * The only wiring. The order is that of ARCHITECTURE.md: a feature knows those before it; audit is reached by its port.
 * `bin/roster uninstall` starts the site once more with what takes it all away.
 */
export default process.env['ROSTER_UNINSTALL'] === 'yes' ? uninstaller : composePlugin(FEATURES, { afterAdminBootstrap, extendGraphql });

export type { RosterServices } from './services';
