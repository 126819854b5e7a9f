import { Flex, Typography } from '@strapi/design-system';
import type { AuditEntryInfo } from '../../../../contracts/http-audit';
import { Avatar } from '../../components/Avatar';
import { Code } from '../../components/Code';
import { useSaidName } from '../../hooks/useSaidName';
import { useText } from '../../hooks/useText';

/** Who did something, and through which API token. */
export const Who = ({ actor: { kind, member, name, token } }: { readonly actor: AuditEntryInfo['actor'] }) => {
  const t = useText();
  const said = useSaidName();
  const tokenName = token && (token.name ?? t('audit.gone-token'));
  if (kind === 'token' && tokenName !== null) return <Typography>{t('audit.token', { name: tokenName })}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      {kind === 'system' && <Typography textColor="neutral600">{t('audit.system')}</Typography>}
      {kind === 'nobody' && <Typography textColor="neutral600">{t('audit.nobody')}</Typography>}
      {/* The member may be gone; the entry stays. */}
      {kind === 'member' && (name === null ? <Code>{member}</Code> : <Named member={member} name={said(name)} />)}
      {tokenName !== null && (
        <Typography variant="pi" textColor="neutral600">
          {t('audit.through-token', { name: tokenName })}
        </Typography>
      )}
    </Flex>
  );
};

const Named = ({ member, name }: { readonly member: string | null; readonly name: string }) => (
  <Flex gap={2}>
    <Avatar member={member} name={name} />
    <Typography>{name}</Typography>
  </Flex>
);
