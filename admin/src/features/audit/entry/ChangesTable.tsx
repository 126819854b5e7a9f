import { Box, Typography } from '@strapi/design-system';
import { Code } from '../../../components/Code';
import { DataTable } from '../../../components/DataTable';
import { useText } from '../../../hooks/useText';
import { rawOf, type FieldChange } from './details';
import { EntrySection } from './EntrySection';

/** The values that a write has changed, letter by letter. */
export const ChangesTable = ({ changes }: { readonly changes: readonly FieldChange[] }) => {
  const t = useText();
  const head = (['field', 'before', 'after'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`audit.entry.${column}`)}
    </th>
  ));
  return (
    <EntrySection title={t('audit.entry.changes')}>
      {changes.length === 0 ? (
        <Typography textColor="neutral600">{t('audit.entry.no-changes')}</Typography>
      ) : (
        <DataTable caption={t('audit.entry.changes')} head={head} maxHeight="50dvh">
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">
                  <Code>{field}</Code>
                </th>
                <td>
                  <Value value={before} />
                </td>
                <td>
                  <Value value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </EntrySection>
  );
};

const Value = ({ value }: { readonly value: unknown }) => {
  const t = useText();
  const raw = rawOf(value);
  if (raw === null) return <Typography textColor="neutral600">{t('audit.entry.nothing')}</Typography>;
  return (
    <Box minWidth="16rem" style={{ whiteSpace: 'pre-wrap' }}>
      <Code>{raw}</Code>
    </Box>
  );
};
