import { access } from './features/access';
import { audit } from './features/audit';
import { books } from './features/books';
import { enforcement } from './features/enforcement';
import { members } from './features/members';
import { afterAdminBootstrap } from './host/after-admin-bootstrap';
import { ownTables } from './own-tables';
import { composePlugin } from './kernel/compose-plugin';
import { panelPermissions } from './panel-permissions';

/** The only wiring. The order is that of ARCHITECTURE.md: a feature knows those before it; audit is reached by its port. */
export default composePlugin([audit, members, access, books, enforcement, ownTables, panelPermissions], afterAdminBootstrap);
