import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { erasersPort } from '../../kernel/erasure';
import { witnessPort } from '../../kernel/observation';
import { observation as observationTable } from './content-types/observation';
import { createObservationsController } from './http/observations.controller';
import { observationRoutes } from './http/routes';
import { createObservationRepository } from './observation.repository';
import { createObservationService, type ObservationService } from './observation.service';

const observationOf = service<ObservationService>('observation');

/** What observed bindings would take away: counted, and reported before anybody loses it. */
export const observation = defineFeature<Strapi>({
  name: 'observation',
  contentTypes: { observation: observationTable },
  services: { observation: createObservationService },
  controllers: { observations: createObservationsController },
  routes: observationRoutes,
  register({ strapi }) {
    witnessPort.provide(strapi, observationOf(strapi).witness);
    erasersPort.of(strapi).push(async ({ member, apiUser, panelUser }) => {
      const people = [member, apiUser, panelUser].filter((documentId) => documentId !== null);
      await createObservationRepository(strapi).removeOf(people);
    });
  },
  bootstrap: ({ strapi }) => observationOf(strapi).start(),
  destroy: ({ strapi }) => observationOf(strapi).stop(),
});
