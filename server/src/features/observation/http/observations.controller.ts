import type { ObservedLoss, ObservedType } from '../../../../../contracts/http-observations';
import { atTheDoor } from '../../../host/http-errors';
import type { Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { groupBy } from '../../../kernel/group-by';
import { accessOf } from '../../access';
import type { Observed } from '../observation.repository';
import type { ObservationService } from '../observation.service';

/** Who would lose what if the observed bindings were enforced: by type, role and route. */
export const createObservationsController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('observation') as ObservationService;

  const namesOf = async (rows: readonly Observed[]): Promise<(row: Observed) => string | null> => {
    const names = new Map<string, ReadonlyMap<string, string>>();
    for (const [first, ...rest] of groupBy(rows, ({ personKind }) => personKind).values()) {
      if (first) names.set(first.personKind, await service().names(first.personKind, [first, ...rest].map(({ person }) => person)));
    }
    return ({ personKind, person }) => names.get(personKind)?.get(person) ?? null;
  };

  const toLoss = (rows: readonly Observed[], nameOf: (row: Observed) => string | null): ObservedLoss => {
    const [{ role, route, action, code }] = rows as [Observed];
    return {
      role,
      route,
      action,
      code,
      requests: rows.reduce((sum, { requests }) => sum + requests, 0),
      records: Math.max(...rows.map(({ records }) => records)),
      people: rows.filter(({ person }) => person !== '').map((row) => ({ kind: row.personKind, documentId: row.person, name: nameOf(row) })),
      lastAt: new Date(Math.max(...rows.map(({ lastAt }) => new Date(lastAt).getTime()))).toISOString(),
    };
  };

  const typeOf = (uid: string): ObservedType['type'] => ({ uid, displayName: strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? uid });

  const toType = (rows: readonly Observed[], nameOf: (row: Observed) => string | null): ObservedType => {
    const [{ type: uid, feature }] = rows as [Observed];
    const { bindings, routeMode } = accessOf(strapi).registry;
    const losses = [...groupBy(rows, ({ role, route, action, code }) => [role, route, action, code].join('\n')).values()];
    return {
      type: uid === '' ? null : typeOf(uid),
      feature,
      mode: uid === '' ? routeMode : (bindings.get(uid)?.mode ?? 'off'),
      people: new Set(rows.filter(({ person }) => person !== '').map(({ personKind, person }) => `${personKind} ${person}`)).size,
      losses: losses.map((group) => toLoss(group, nameOf)),
    };
  };

  /** What is observed, and has taken nothing from anybody yet. */
  const unharmed = (rows: readonly Observed[]): ObservedType[] =>
    [...accessOf(strapi).registry.bindings.values()]
      .filter(({ mode, type }) => mode === 'observe' && !rows.some((row) => row.type === type))
      .map(({ type, feature }) => ({ type: typeOf(type), feature, mode: 'observe', people: 0, losses: [] }));

  return {
    /** Who would lose what if the observed bindings were enforced: by type, role and route. */
    find: () =>
      atTheDoor(async (): Promise<{ data: ObservedType[] }> => {
        const rows = await service().all();
        const nameOf = await namesOf(rows);
        const harmed = [...groupBy(rows, ({ type, feature }) => type || `feature ${feature}`).values()].map((group) => toType(group, nameOf));
        return { data: [...harmed, ...unharmed(rows)] };
      }),

    /** Forgets what was counted, to look again. */
    clear: () =>
      atTheDoor(async (): Promise<{ data: ObservedType[] }> => {
        await service().clear(doorPort.of(strapi).actor());
        return { data: [] };
      }),
  };
};
