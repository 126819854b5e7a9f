/** What the registry needs to know of a content type. */
export interface TypeShape {
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly relation?: string; readonly target?: string }>>;
}
