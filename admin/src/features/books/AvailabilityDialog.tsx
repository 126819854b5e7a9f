import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { BookInfo } from '../../../../contracts/http-availability';
import { FormDialog } from '../../components/FormDialog';
import { MomentField } from '../../components/MomentField';
import { NumberField } from '../../components/NumberField';
import { useChange } from '../../hooks/useChange';
import { useFieldErrors } from '../../hooks/useFieldErrors';
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

const isWhole = (value: number | undefined, most: number): boolean => value !== undefined && Number.isInteger(value) && value >= 0 && value <= most;

/** How much a member takes from rotations, and when nothing. */
export const AvailabilityDialog = ({ book, onClose }: AvailabilityDialogProps) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useSetAvailability();
  const { documentId, name } = book.member;
  const [draft, setDraft] = useState<Draft>({ weight: book.weight, capacity: book.capacity ?? undefined, awayFrom: book.awayFrom, awayUntil: book.awayUntil });
  const set = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const { weight, capacity, awayFrom, awayUntil } = draft;
  const errors = useFieldErrors({
    weight: isWhole(weight, 1000) ? undefined : t('availability.wrong.weight'),
    capacity: capacity === undefined || isWhole(capacity, 10_000_000) ? undefined : t('availability.wrong.capacity'),
    awayFrom: undefined,
    awayUntil: awayFrom !== null && awayUntil !== null && awayUntil <= awayFrom ? t('availability.wrong.awayUntil') : undefined,
  });

  const submit = async () => {
    if (!errors.check() || weight === undefined) return;
    const run = () => save({ member: documentId, availability: { weight, capacity: capacity ?? null, awayFrom, awayUntil } }).unwrap();
    if (await change(run, t('availability.saved', { name }), errors.show)) onClose();
  };

  return (
    <FormDialog title={t('books.availability-of', { name })} isSaving={isLoading} onSave={submit} onClose={onClose}>
      <Typography textColor="neutral600">{t('availability.hint')}</Typography>
      <NumberField name="weight" label={t('availability.weight')} hint={t('availability.weight-hint')} value={weight} error={errors.of('weight')} onChange={(value) => set({ weight: value })} />
      <NumberField name="capacity" label={t('availability.capacity')} hint={t('availability.capacity-hint')} value={capacity} error={errors.of('capacity')} onChange={(value) => set({ capacity: value })} />
      <MomentField name="awayFrom" label={t('availability.away-from')} value={awayFrom} error={errors.of('awayFrom')} onChange={(value) => set({ awayFrom: value })} />
      <MomentField name="awayUntil" label={t('availability.away-until')} hint={t('availability.away-hint')} value={awayUntil} error={errors.of('awayUntil')} onChange={(value) => set({ awayUntil: value })} />
    </FormDialog>
  );
};
