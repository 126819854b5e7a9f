import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Notice } from '../../components/Notice';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useBindTypes, useRefreshPeople, useReleasePeople } from './api';

/** The site as it was before: nothing is bound in the panel any more, and whoever was only adopted is no member. */
export const TakeBack = ({ adopted }: { readonly adopted: number }) => {
  const t = useText();
  const change = useChange();
  const [bind, { isLoading: isBinding }] = useBindTypes();
  const [release] = useReleasePeople();
  const [refresh] = useRefreshPeople();
  const [isReleasing, setReleasing] = useState(false);
  const [kept, setKept] = useState(0);

  const releaseAll = async () => {
    setReleasing(true);
    await change(async () => {
      for (let isDone = false; !isDone; ) {
        const page = await release().unwrap();
        setKept(page.kept);
        isDone = page.isDone;
      }
    }, t('setup.back.released'));
    await refresh();
    setReleasing(false);
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Typography textColor="neutral600">{t('setup.back.intro')}</Typography>
      <Flex gap={3} wrap="wrap">
        <Confirmed label={t('setup.back.unbind')} body={t('setup.back.unbind-body')} isLoading={isBinding} onConfirm={() => change(() => bind({}).unwrap(), t('setup.types.saved'))} />
        {adopted > 0 && <Confirmed label={t('setup.back.release', { count: adopted })} body={t('setup.back.release-body')} isLoading={isReleasing} onConfirm={releaseAll} />}
      </Flex>
      {kept > 0 && <Notice kind="info">{t('setup.back.kept', { count: kept })}</Notice>}
    </Flex>
  );
};

interface ConfirmedProps {
  readonly label: string;
  readonly body: string;
  readonly isLoading: boolean;
  onConfirm(): Promise<unknown>;
}

const Confirmed = ({ label, body, isLoading, onConfirm }: ConfirmedProps) => (
  <Dialog.Root>
    <Dialog.Trigger>
      <Button variant="danger-light" loading={isLoading}>
        {label}
      </Button>
    </Dialog.Trigger>
    <ConfirmDialog
      title={label}
      onConfirm={async () => {
        await onConfirm();
      }}
    >
      {body}
    </ConfirmDialog>
  </Dialog.Root>
);
