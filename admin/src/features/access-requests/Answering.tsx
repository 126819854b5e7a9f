import { Button, Dialog, Flex } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { AnswerDialog } from './AnswerDialog';
import { useRevokeRequest } from './api';
import { useWanted } from './useWanted';

/** What whoever may answer a request can do with it: grant it, refuse it, or end what was granted. */
export const Answering = ({ request }: { readonly request: AccessRequestInfo }) => {
  const t = useText();
  const wanted = useWanted()(request);
  const [how, setHow] = useState<'approve' | 'decline'>();
  const about = { name: request.member.name ?? t('requests.somebody'), wanted };
  if (request.status === 'approved') return <EndButton request={request} />;
  return (
    <Flex gap={1}>
      <Button size="S" variant="secondary" aria-label={t('requests.approve-of', about)} onClick={() => setHow('approve')}>
        {t('requests.approve')}
      </Button>
      <Button size="S" variant="danger-light" aria-label={t('requests.decline-of', about)} onClick={() => setHow('decline')}>
        {t('requests.decline')}
      </Button>
      {how !== undefined && <AnswerDialog request={request} how={how} onClose={() => setHow(undefined)} />}
    </Flex>
  );
};

const EndButton = ({ request }: { readonly request: AccessRequestInfo }) => {
  const t = useText();
  const change = useChange();
  const wanted = useWanted()(request);
  const [revoke] = useRevokeRequest();
  const about = { name: request.member.name ?? t('requests.somebody'), wanted };
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button size="S" variant="danger-light" aria-label={t('requests.end-of', about)}>
          {t('requests.end')}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('requests.end-of', about)}
        onConfirm={async () => {
          await change(() => revoke(request.documentId).unwrap(), t('requests.ended', about));
        }}
      >
        {t('requests.end-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
