import type { PanelBinding, SetUp, SiteType } from '../../../../contracts/http-set-up';

/** What is chosen for each type; a type that is left as it is, is not there. */
export type BindingsDraft = Readonly<Record<string, PanelBinding>>;

/** What is stored; on a site where nothing is bound yet, what the schema suggests. */
export const draftOf = ({ types }: SetUp): BindingsDraft => {
  const isFresh = types.every(({ boundBy }) => boundBy === 'nobody');
  return Object.fromEntries(types.flatMap(({ uid, binding, guess, boundBy }) => {
    const chosen = binding ?? (isFresh && boundBy === 'nobody' ? guess : null);
    return chosen ? [[uid, chosen] as const] : [];
  }));
};

/** What a type becomes when its kind is chosen: of what was chosen before, what the new kind has too. */
export const withKind = (before: PanelBinding | undefined, kind: PanelBinding['kind'], { guess, relations }: SiteType): PanelBinding => {
  const { feature, mode } = before ?? guess ?? { feature: 'customer_360', mode: 'observe' as const };
  const via = before?.parent ?? before?.target ?? guess?.parent ?? guess?.target ?? relations[0]?.attribute;
  const binding: PanelBinding = { feature, kind, mode };
  if (kind === 'record') return { ...binding, owns: true, ...(guess?.value !== undefined && { value: guess.value }), ...(guess?.territory !== undefined && { territory: guess.territory }) };
  if (via === undefined) return binding;
  return kind === 'detail' ? { ...binding, parent: via } : kind === 'run' ? { ...binding, target: via } : binding;
};

/** Sets an optional key, or takes it out. */
export const withKey = (binding: PanelBinding, key: 'parent' | 'target' | 'value' | 'territory', value: string): PanelBinding => {
  const { [key]: _before, ...rest } = binding;
  return value === '' ? rest : { ...rest, [key]: value };
};

export const withMode = (draft: BindingsDraft, mode: PanelBinding['mode']): BindingsDraft => Object.fromEntries(Object.entries(draft).map(([uid, binding]) => [uid, { ...binding, mode }]));

/** The type that a refusal is about, by its path: `data.bindings['api::note.note'].parent`. */
export const typeAt = (path: string | undefined): string | undefined => /^data\.bindings\['([^']+)'\]/.exec(path ?? '')?.[1];
