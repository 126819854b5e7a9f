import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AuditLetters } from '../../../../../contracts/http-audit-streams';
import { DataTable } from '../../../components/DataTable';
import { ReadDialog } from '../../../components/ReadDialog';
import { Resource } from '../../../components/Resource';
import { useText } from '../../../hooks/useText';
import { useLetters } from './api';
import { LetterRow } from './LetterRow';

interface LettersDialogProps {
  readonly name: string;
  onClose(): void;
}

/** What a receiver has refused for good: to be sent again once it is mended, or given up. */
export const LettersDialog = ({ name, onClose }: LettersDialogProps) => {
  const t = useText();
  const [page, setPage] = useState(1);
  const query = useLetters({ name, page }, { refetchOnMountOrArgChange: true });
  return (
    <ReadDialog title={t('audit.letters.title', { name })} onClose={onClose}>
      <Resource query={query} isEmpty={({ meta }) => meta.pagination.total === 0} empty={{ content: t('audit.letters.empty') }}>
        {(letters: AuditLetters) => <Letters name={name} letters={letters} onPage={setPage} />}
      </Resource>
    </ReadDialog>
  );
};

interface LettersProps {
  readonly name: string;
  readonly letters: AuditLetters;
  onPage(page: number): void;
}

const Letters = ({ name, letters: { data, meta }, onPage }: LettersProps) => {
  const t = useText();
  const { page, pageCount } = meta.pagination;
  const head = (
    <>
      <th scope="col">{t('audit.what')}</th>
      <th scope="col">{t('audit.letters.problem')}</th>
      <th scope="col">{t('audit.streams.actions')}</th>
    </>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{t('audit.letters.says')}</Typography>
      <DataTable caption={t('audit.letters.title', { name })} head={head}>
        <tbody>
          {data.map((letter) => (
            <LetterRow key={letter.eventId} name={name} letter={letter} />
          ))}
        </tbody>
      </DataTable>
      {pageCount > 1 && (
        <Flex tag="nav" aria-label={t('audit.letters.pages')} gap={2} justifyContent="flex-end">
          <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('audit.newer')}
          </Button>
          <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
            {t('audit.older')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
