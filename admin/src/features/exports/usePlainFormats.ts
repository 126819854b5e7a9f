import type { ExportFormat } from '../../../../contracts/http-exports';
import { useText } from '../../hooks/useText';

/** The formats that there are of everything that is exported, by what they are called. */
export const usePlainFormats = (): Readonly<Record<ExportFormat, string>> => {
  const t = useText();
  return { csv: t('export.csv'), json: t('export.json'), jsonl: t('export.jsonl') };
};
