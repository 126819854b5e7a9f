import { Button, Flex, Typography } from '@strapi/design-system';
import type { AuditLetters } from '../../../../../contracts/http-audit-streams';
import { useAgo } from '../../../hooks/useAgo';
import { useChange } from '../../../hooks/useChange';
import { useMay } from '../../../hooks/useMay';
import { useName, useText } from '../../../hooks/useText';
import { useDiscardLetter, useSendLetter } from './api';

interface LetterRowProps {
  readonly name: string;
  readonly letter: AuditLetters['data'][number];
}

/** One event that was refused, and what to do with it. */
export const LetterRow = ({ name, letter: { eventId, place, action, problem, refusedAt } }: LetterRowProps) => {
  const t = useText();
  const wordFor = useName();
  const ago = useAgo();
  const change = useChange();
  const mayChange = useMay('changeAudit');
  const [send, sending] = useSendLetter();
  const [discard, discarding] = useDiscardLetter();
  const what = place === null ? eventId : t('audit.letters.place', { place });
  return (
    <tr>
      <th scope="row">
        <Typography>{wordFor('audit.action', action)}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {what}
        </Typography>
      </th>
      <td>
        {t('audit.letters.refused', { problem, ago: ago(refusedAt) })}
      </td>
      <td>
        {mayChange && (
          <Flex gap={2} wrap="wrap">
            <Button variant="secondary" size="S" loading={sending.isLoading} aria-label={t('audit.letters.send-it', { what })} onClick={() => void change(() => send({ name, eventId }).unwrap(), t('audit.letters.sent'))}>
              {t('audit.letters.send')}
            </Button>
            <Button variant="danger-light" size="S" loading={discarding.isLoading} aria-label={t('audit.letters.discard-it', { what })} onClick={() => void change(() => discard({ name, eventId }).unwrap(), t('audit.letters.discarded'))}>
              {t('audit.letters.discard')}
            </Button>
          </Flex>
        )}
      </td>
    </tr>
  );
};
