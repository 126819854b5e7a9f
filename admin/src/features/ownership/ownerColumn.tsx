import { lazy, Suspense } from 'react';
import { PLUGIN_ID } from '../../plugin-id';

interface Header {
  readonly cellFormatter?: unknown;
}

interface ListView {
  readonly displayedHeaders: readonly Header[];
  /** `options` holds what plugins say of the type: the server says here that it has owners. */
  readonly layout: { readonly options?: { readonly roster?: { readonly owners?: boolean } } };
}

const OwnerCell = lazy(() => import('./OwnerCell').then((module) => ({ default: module.OwnerCell })));

const OWNER = {
  attribute: { type: 'custom' },
  name: 'rosterOwner',
  label: { id: `${PLUGIN_ID}.record.owner`, defaultMessage: 'Owner' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }: { readonly documentId: string }, _header: unknown, { model }: { readonly model: string }) => (
    <Suspense fallback={null}>
      <OwnerCell type={model} documentId={documentId} />
    </Suspense>
  ),
};

/** A column of the list, for types whose records have owners: after the record's own, before those of other plugins. */
export const addOwnerColumn = (view: ListView): ListView => {
  if (!view.layout.options?.roster?.owners) return view;
  const isOwn = ({ cellFormatter }: Header): boolean => cellFormatter === undefined;
  const { displayedHeaders } = view;
  return { ...view, displayedHeaders: [...displayedHeaders.filter(isOwn), OWNER, ...displayedHeaders.filter((header) => !isOwn(header))] };
};
