import type { Strapi } from '../../host/strapi';
import type { Door } from '../../kernel/door';
import { createAbilities } from './abilities';
import { createActors, type Actors } from './actors';
import { createAftermath } from './aftermath';
import { createTelling } from './telling';
import { createCheck, type Check } from './check';
import { createDoor } from './door';
import { createExplanations, type Explanations } from './explain-refusals';
import { createGate, type EnforcementGate } from './gate';
import { createObserver, type Observer } from './observer';
import { createOpening, type OpeningOf } from './opening';
import { createPanelRights, type PanelRights } from './panel-rights';
import { createRefusals, type Refusals } from './refusal';
import { createRelationGuard } from './relation-guard';
import { createResponses } from './response';
import { createRights, type Rights } from './rights';
import { createRowsRepository } from './rows.repository';
import { createSight, type Sight } from './sight';
import { createTargetGuard } from './target-guard';
import { createTouches } from './touches';
import { createUnguardedWrite, type UnguardedWrite } from './unguarded-write';
import { createUses, type Uses } from './uses';
import { createWhy, type WhyOf } from './why';
import { createWriteGuard, type WriteGuard } from './write-guard';
import { createWriteRequirements } from './write-requirements';

export interface Internals {
  readonly actors: Actors;
  readonly gate: EnforcementGate;
  readonly refusals: Refusals;
  readonly rights: Rights;
  readonly panelRights: PanelRights;
  readonly explanations: Explanations;
  readonly writeGuard: WriteGuard;
  readonly unguardedWrite: UnguardedWrite;
  readonly observer: Observer;
  readonly sight: Sight;
  readonly uses: Uses;
  readonly door: Door;
  readonly check: Check;
  readonly why: WhyOf;
  readonly opening: OpeningOf;
}

/** Everything that enforcement is made of, put together once per site. */
export const wire = (strapi: Strapi): Internals => {
  const actors = createActors(strapi);
  const uses = createUses(strapi);
  const gate = createGate(strapi, actors, uses);
  const refusals = createRefusals(strapi);
  const rows = createRowsRepository(strapi);
  const requirements = createWriteRequirements(strapi, { gate, refusals });
  const aftermath = createAftermath(strapi, requirements);
  const telling = createTelling(strapi);
  const writeGuard = createWriteGuard(strapi, {
    rows,
    refusals,
    requirements,
    targets: createTargetGuard({ gate, rows, refusals, requirements }),
    relations: createRelationGuard(strapi, { gate, rows, refusals }),
    responses: createResponses(strapi, gate),
    aftermath,
    telling,
    touches: createTouches(strapi, gate),
    uses,
  });
  const observer = createObserver(strapi, { actors, gate, writeGuard, aftermath });
  const rights = createRights(strapi, gate);
  const check = createCheck(strapi, { gate, rows });
  const sight = createSight({ gate, rows, refusals });
  return {
    actors,
    gate,
    refusals,
    rights,
    panelRights: createPanelRights(strapi, gate),
    explanations: createExplanations(strapi, { actors, gate, refusals, rights }),
    writeGuard,
    unguardedWrite: createUnguardedWrite(strapi, { gate, aftermath, telling }),
    observer,
    sight,
    uses,
    door: createDoor(strapi, { actors, sight, rows, refusals, uses, abilities: createAbilities(strapi, check) }),
    check,
    why: createWhy(strapi, gate),
    opening: createOpening(strapi, { actors, gate }),
  };
};
