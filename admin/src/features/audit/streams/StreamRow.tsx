import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditStream } from '../../../../../contracts/http-audit-streams';
import { Meter } from '../../../components/Meter';
import { Remark } from '../../../components/Remark';
import { StateBadge } from '../../../components/StateBadge';
import { useAgo } from '../../../hooks/useAgo';
import { useChange } from '../../../hooks/useChange';
import { useMay } from '../../../hooks/useMay';
import { useText } from '../../../hooks/useText';
import { useTryStream } from './api';

interface StreamRowProps {
  readonly stream: AuditStream;
  onLetters(): void;
  onReplay(): void;
}

const TONES = { current: 'success', behind: 'secondary', failing: 'danger' } as const;

/** One receiver: where, how it goes, how far it has got. */
export const StreamRow = ({ stream, onLetters, onReplay }: StreamRowProps) => {
  const t = useText();
  const ago = useAgo();
  const { formatNumber, formatTime } = useIntl();
  const { name, target, state, told, size, deliveredAt, problem, retryAt } = stream;
  return (
    <tr>
      <th scope="row">
        <Typography fontWeight="semiBold">{name}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {target}
        </Typography>
      </th>
      <td>
        <StateBadge tone={TONES[state]}>{t(`audit.streams.state.${state}`)}</StateBadge>
        {state === 'failing' && <Remark kind="danger">{t('audit.streams.problem', { problem: problem ?? '?', when: retryAt === null ? '' : formatTime(retryAt) })}</Remark>}
      </td>
      <td>
        <Typography tag="p">{t('audit.streams.of', { told: formatNumber(told), size: formatNumber(size) })}</Typography>
        {state !== 'current' && <Meter label={t('audit.streams.told-by', { name })} value={told} most={size} />}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {deliveredAt === null ? t('audit.streams.never') : t('audit.streams.last', { ago: ago(deliveredAt) })}
        </Typography>
      </td>
      <td>
        <Actions stream={stream} onLetters={onLetters} onReplay={onReplay} />
      </td>
    </tr>
  );
};

const Actions = ({ stream: { name, state, letters }, onLetters, onReplay }: StreamRowProps) => {
  const t = useText();
  const mayChange = useMay('changeAudit');
  const change = useChange();
  const [tryNow, { isLoading }] = useTryStream();
  return (
    <Flex gap={2} wrap="wrap">
      {letters > 0 && (
        <Button variant="danger-light" size="S" onClick={onLetters}>
          {t('audit.streams.letters', { count: letters })}
        </Button>
      )}
      {mayChange && state === 'failing' && (
        <Button variant="secondary" size="S" loading={isLoading} aria-label={t('audit.streams.try-it', { name })} onClick={() => void change(() => tryNow(name).unwrap(), undefined)}>
          {t('audit.streams.try')}
        </Button>
      )}
      {mayChange && (
        <Button variant="tertiary" size="S" aria-label={t('audit.streams.replay-it', { name })} onClick={onReplay}>
          {t('audit.streams.replay')}
        </Button>
      )}
    </Flex>
  );
};
