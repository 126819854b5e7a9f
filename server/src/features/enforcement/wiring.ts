import type { Strapi } from '../../host/strapi';
import type { Door } from '../../kernel/door';
import { createActors, type Actors } from './actors';
import { createAftermath } from './aftermath';
import { createDoor } from './door';
import { createGate, type EnforcementGate } from './gate';
import { createRefusals, type Refusals } from './refusal';
import { createRelationGuard } from './relation-guard';
import { createResponses } from './response';
import { createRights, type Rights } from './rights';
import { createRowsRepository } from './rows.repository';
import { createTargetGuard } from './target-guard';
import { createTouches } from './touches';
import { createWriteGuard, type WriteGuard } from './write-guard';
import { createWriteRequirements } from './write-requirements';

export interface Internals {
  readonly actors: Actors;
  readonly gate: EnforcementGate;
  readonly refusals: Refusals;
  readonly rights: Rights;
  readonly writeGuard: WriteGuard;
  readonly door: Door;
}

/** Everything that enforcement is made of, put together once per site. */
export const wire = (strapi: Strapi): Internals => {
  const actors = createActors(strapi);
  const gate = createGate(strapi, actors);
  const refusals = createRefusals(strapi);
  const rows = createRowsRepository(strapi);
  const requirements = createWriteRequirements(strapi, { gate, refusals });
  const writeGuard = createWriteGuard(strapi, {
    rows,
    refusals,
    requirements,
    targets: createTargetGuard({ gate, rows, refusals, requirements }),
    relations: createRelationGuard(strapi, { gate, rows, refusals }),
    responses: createResponses(strapi, gate),
    aftermath: createAftermath(strapi, requirements),
    touches: createTouches(strapi, gate.governs),
  });
  return { actors, gate, refusals, rights: createRights(strapi, gate), writeGuard, door: createDoor({ actors, gate, rows, refusals }) };
};
