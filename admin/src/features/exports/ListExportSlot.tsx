import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { useMay } from '../../hooks/useMay';
import { useTeammate } from '../ownership/me';

const ListExport = lazy(() => import('./ListExport').then((module) => ({ default: module.ListExport })));

/** The place of the export in the head of a list: of a governed type, for whoever may export. */
export const ListExportSlot = () => {
  const { slug = '' } = useParams();
  const mayExport = useMay('exportRecords');
  const me = useTeammate();
  if (!mayExport || me?.types[slug] === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ListExport key={slug} type={slug} />
    </Suspense>
  );
};
