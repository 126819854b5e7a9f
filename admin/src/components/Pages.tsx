import { Pagination } from '@strapi/strapi/admin';
import { useSearchState } from '../hooks/useSearchState';

const PAGE_SIZE = 20;

/** Which page of a list the address asks for. */
export const usePageInAddress = () => {
  const [search] = useSearchState();
  return { page: Number(search.get('page') ?? 1), pageSize: Number(search.get('pageSize') ?? PAGE_SIZE) };
};

/** The way to the other pages of a list. */
export const Pages = ({ pagination: { pageCount, total } }: { readonly pagination: { readonly pageCount: number; readonly total: number } }) => (
  <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={PAGE_SIZE}>
    <Pagination.PageSize />
    <Pagination.Links />
  </Pagination.Root>
);
