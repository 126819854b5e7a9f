import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { BookInfo } from '../../../../contracts/http-availability';
import { MomentField } from '../../components/MomentField';
import { NumberField } from '../../components/NumberField';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSetAvailability } from './api';

interface AvailabilityDialogProps {
  readonly book: BookInfo;
  onClose(): void;
}

interface Draft {
  readonly weight: number | undefined;
  readonly capacity: number | undefined;
  readonly awayFrom: string | null;
  readonly awayUntil: string | null;
}

type Input = keyof Draft;

const isWhole = (value: number | undefined, most: number): boolean => value !== undefined && Number.isInteger(value) && value >= 0 && value <= most;

const wrongIn = ({ weight, capacity, awayFrom, awayUntil }: Draft): ReadonlySet<Input> =>
  new Set([
    ...(isWhole(weight, 1000) ? [] : (['weight'] as const)),
    ...(capacity === undefined || isWhole(capacity, 10_000_000) ? [] : (['capacity'] as const)),
    ...(awayFrom !== null && awayUntil !== null && awayUntil <= awayFrom ? (['awayUntil'] as const) : []),
  ]);

/** How much a member takes from rotations, and when nothing. */
export const AvailabilityDialog = ({ book, onClose }: AvailabilityDialogProps) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useSetAvailability();
  const { documentId, name } = book.member;
  const [draft, setDraft] = useState<Draft>({ weight: book.weight, capacity: book.capacity ?? undefined, awayFrom: book.awayFrom, awayUntil: book.awayUntil });
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Partial<Record<string, string>>>>({});
  const wrong = wrongIn(draft);
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const errorOf = (input: Input) => refused[`data.${input}`] ?? (isTried && wrong.has(input) ? t(`availability.wrong.${input as 'weight' | 'capacity' | 'awayUntil'}`) : undefined);

  const submit = async () => {
    setTried(true);
    setRefused({});
    const { weight, capacity = null, awayFrom, awayUntil } = draft;
    if (wrong.size > 0 || weight === undefined) return;
    const run = () => save({ member: documentId, availability: { weight, capacity, awayFrom, awayUntil } }).unwrap();
    const isDone = await change(run, t('availability.saved', { name }), ({ path, message }) => {
      if (path === undefined || !(path.replace('data.', '') in draft)) return false;
      setRefused({ [path]: message ?? '' });
      return true;
    });
    if (isDone) onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('books.availability-of', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral600">{t('availability.hint')}</Typography>
            <NumberField name="weight" label={t('availability.weight')} hint={t('availability.weight-hint')} value={draft.weight} error={errorOf('weight')} onChange={(weight) => set({ weight })} />
            <NumberField name="capacity" label={t('availability.capacity')} hint={t('availability.capacity-hint')} value={draft.capacity} error={errorOf('capacity')} onChange={(capacity) => set({ capacity })} />
            <MomentField name="awayFrom" label={t('availability.away-from')} value={draft.awayFrom} error={errorOf('awayFrom')} onChange={(awayFrom) => set({ awayFrom })} />
            <MomentField name="awayUntil" label={t('availability.away-until')} hint={t('availability.away-hint')} value={draft.awayUntil} error={errorOf('awayUntil')} onChange={(awayUntil) => set({ awayUntil })} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} onClick={() => void submit()}>
            {t('common.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
