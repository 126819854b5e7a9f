import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { AuditState } from '../../../../../contracts/http-audit';
import { Copyable } from '../../../components/Copyable';
import { useText } from '../../../hooks/useText';

/** What is to be kept outside of the site, so that the log can be held against it later. */
export const LogKeys = ({ state: { checkpoint, publicKey } }: { readonly state: AuditState['data'] }) => {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Kept label={t('audit.keys.checkpoint')} hint={t('audit.keys.checkpoint-hint')}>
        {checkpoint === null ? <Typography textColor="neutral600">{t('audit.state.unsealed')}</Typography> : <Copyable label={t('audit.keys.checkpoint')}>{checkpoint}</Copyable>}
      </Kept>
      <Kept label={t('audit.keys.public-key')} hint={t('audit.keys.public-key-hint')}>
        <Copyable label={t('audit.keys.public-key')}>{publicKey}</Copyable>
      </Kept>
    </Flex>
  );
};

interface KeptProps {
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}

const Kept = ({ label, hint, children }: KeptProps) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography tag="h3" variant="omega" fontWeight="bold">
      {label}
    </Typography>
    <Typography variant="pi" textColor="neutral600">
      {hint}
    </Typography>
    {children}
  </Flex>
);
