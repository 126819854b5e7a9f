import { Button } from '@strapi/design-system';
import { useState } from 'react';
import type { SetUp } from '../../../../contracts/http-set-up';
import { Notice } from '../../components/Notice';
import { useChange } from '../../hooks/useChange';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useRestart, useSetUp } from './api';

/** How often it is looked whether the site is there again. */
const EVERY = 3_000;

/** What is chosen holds from the next start on: says so, and starts the site where it can be started from here. */
export const RestartNotice = ({ setUp: { isRestartNeeded, restartsItself } }: { readonly setUp: SetUp }) => {
  const t = useText();
  const change = useChange();
  const mayRestart = useMay('changeSecurity');
  const [restart, { isLoading }] = useRestart();
  const [isRestarting, setRestarting] = useState(false);
  useSetUp(undefined, { pollingInterval: isRestartNeeded ? EVERY : 0 });
  if (!isRestartNeeded) return null;
  const start = async () => setRestarting(await change(() => restart().unwrap(), undefined));
  const button = (
    <Button variant="secondary" loading={isLoading || isRestarting} onClick={() => void start()}>
      {t('setup.restart')}
    </Button>
  );
  return (
    <Notice kind="warning" action={restartsItself && mayRestart ? button : undefined}>
      {t(restartsItself ? 'setup.restart-needed' : 'setup.restart-by-hand')}
    </Notice>
  );
};
