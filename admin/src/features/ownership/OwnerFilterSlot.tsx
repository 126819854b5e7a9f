import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { useTeammate } from './me';

const OwnerFilter = lazy(() => import('./OwnerFilter').then((module) => ({ default: module.OwnerFilter })));

/** The place of the filter in the head of a list. The host doesn't say of which type the list is; its address does. */
export const OwnerFilterSlot = () => {
  const { slug = '' } = useParams();
  const me = useTeammate();
  if (!me?.types[slug]?.owns) return null;
  return (
    <Suspense fallback={null}>
      <OwnerFilter type={slug} me={me.member?.documentId} />
    </Suspense>
  );
};
