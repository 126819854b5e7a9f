import type { PanelBinding, SiteType } from '../../../../contracts/http-set-up';
import type { Strapi } from '../../host/strapi';
import { accessOf } from '../access';
import { guessBindings } from './domain/guess';
import { numbers, places, toOne, type Shape } from './domain/shape';

interface ContentType {
  readonly uid: string;
  readonly info: { readonly singularName: string; readonly displayName: string };
  readonly attributes: Shape['attributes'];
}

/** The site's own types, by name: what binds each, what its schema suggests, and what of it a binding can name. */
export const typesOf = async (strapi: Strapi): Promise<SiteType[]> => {
  const { stored, registry } = accessOf(strapi);
  const bindings = await stored.all();
  const configured = stored.configured();
  const types = (Object.values(strapi.contentTypes) as unknown as ContentType[]).filter(({ uid }) => uid.startsWith('api::'));
  const shapes = new Map(types.map(({ uid, info, attributes }) => [uid, { uid, singularName: info.singularName, attributes }]));
  const guesses = guessBindings([...shapes.values()]);
  return types
    .map(({ uid, info }): SiteType => {
      const shape = shapes.get(uid) as Shape;
      return {
        uid,
        displayName: info.displayName,
        boundBy: configured.includes(uid) ? 'config' : uid in bindings ? 'panel' : 'nobody',
        binding: (bindings[uid] as PanelBinding | undefined) ?? null,
        guess: guesses.get(uid) ?? null,
        inForce: registry.bindings.get(uid)?.mode ?? null,
        relations: toOne(shape),
        values: numbers(shape),
        territories: places(shape),
      };
    })
    .sort((one, other) => one.displayName.localeCompare(other.displayName));
};
