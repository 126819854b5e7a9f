import { useLocation } from 'react-router-dom';
import type { ExportFormat } from '../../../../contracts/http-exports';
import { ExportMenu } from './ExportMenu';
import { listQueryOf } from './list-query';
import { usePlainFormats } from './usePlainFormats';

/** A list of the Content Manager as a file: whatever its address narrows it to, in its order. */
export const ListExport = ({ type }: { readonly type: string }) => {
  const { search } = useLocation();
  const formats = usePlainFormats();
  const fileOf = (format: ExportFormat) => {
    const query = listQueryOf(search);
    query.set('format', format);
    return { address: `/roster/exports/${type}?${query.toString()}`, name: `${type.split('.').at(-1) ?? type}.${format}` };
  };
  return <ExportMenu formats={formats} size="S" fileOf={fileOf} />;
};
