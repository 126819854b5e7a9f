import { useState } from 'react';
import type { Adopted, AdoptRequest } from '../../../../contracts/http-set-up';
import { useChange } from '../../hooks/useChange';
import { useAdoptPeople, useRefreshPeople } from './api';

export type AdoptingResult = Omit<Adopted, 'next'>;

type Wanted = Omit<AdoptRequest, 'after'>;

const NOTHING: AdoptingResult = { created: 0, linked: 0, skipped: 0 };

const sum = (one: AdoptingResult, other: AdoptingResult): AdoptingResult => ({ created: one.created + other.created, linked: one.linked + other.linked, skipped: one.skipped + other.skipped });

/** Adopts all whom one has chosen, call by call, and says how far it is. What is broken off is taken up where it was: nobody joins twice. */
export const useAdopting = () => {
  const change = useChange();
  const [adopt] = useAdoptPeople();
  const [refresh] = useRefreshPeople();
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<AdoptingResult>();

  const run = async (doors: readonly Wanted[]): Promise<void> => {
    setRunning(true);
    setResult(NOTHING);
    let so = NOTHING;
    await change(async () => {
      for (const wanted of doors) {
        for (let after: number | null = 0; after !== null; ) {
          const { next, ...part }: Adopted = await adopt({ ...wanted, after }).unwrap();
          so = sum(so, part);
          setResult(so);
          after = next;
        }
      }
    }, undefined);
    await refresh();
    setRunning(false);
  };
  return { run, isRunning, result };
};
