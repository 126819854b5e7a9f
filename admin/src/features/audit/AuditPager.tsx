import { Button, Flex } from '@strapi/design-system';
import { useText } from '../../hooks/useText';

/** A place in the log: behind an entry, before one, or at its head. */
export type AuditPlace = { readonly before: string } | { readonly after: string } | Record<string, never>;

interface AuditPagerProps {
  readonly newer: string | null;
  readonly older: string | null;
  onGo(to: AuditPlace): void;
}

/** No page numbers: a log that grows at its head has none that last. */
export const AuditPager = ({ newer, older, onGo }: AuditPagerProps) => {
  const t = useText();
  return (
    <Flex tag="nav" gap={2} justifyContent="flex-end" aria-label={t('audit.pages')}>
      <Button variant="tertiary" disabled={newer === null} onClick={() => onGo({})}>
        {t('audit.newest')}
      </Button>
      <Button variant="tertiary" disabled={newer === null} onClick={() => newer !== null && onGo({ after: newer })}>
        {t('audit.newer')}
      </Button>
      <Button variant="tertiary" disabled={older === null} onClick={() => older !== null && onGo({ before: older })}>
        {t('audit.older')}
      </Button>
    </Flex>
  );
};
