import { useState, type ReactNode } from 'react';
import { useChange } from '../../hooks/useChange';
import { StepUpDialog } from './StepUpDialog';

type Carry = (run: () => Promise<unknown>, done: string | undefined) => Promise<boolean>;

/**
 * As `useChange`, for what is sensitive: where the server wants a proof first, the password is asked for, and the change
 * carried out then. The dialog is to be placed where the action is.
 */
export const useSensitive = (): { readonly change: Carry; readonly dialog: ReactNode } => {
  const change = useChange();
  const [waiting, setWaiting] = useState<{ readonly resume: (isProved: boolean) => void }>();

  const carry: Carry = async (run, done) => {
    let isProofWanted = false;
    const isDone = await change(run, done, ({ code }) => (isProofWanted = code === 'STEP_UP_REQUIRED'));
    if (!isProofWanted) return isDone;
    const isProved = await new Promise<boolean>((resolve) => setWaiting({ resume: resolve }));
    setWaiting(undefined);
    return isProved && change(run, done);
  };

  const dialog = waiting && <StepUpDialog onProved={() => waiting.resume(true)} onClose={() => waiting.resume(false)} />;
  return { change: carry, dialog };
};
