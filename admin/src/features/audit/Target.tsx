import { Flex, Typography } from '@strapi/design-system';
import type { AuditEntryInfo } from '../../../../contracts/http-audit';
import { Code } from '../../components/Code';
import { useSaidName } from '../../hooks/useSaidName';
import { useName, useText } from '../../hooks/useText';

/** To what something was done. */
export const Target = ({ target: { type, typeName, id, name } }: { readonly target: AuditEntryInfo['target'] }) => {
  const t = useText();
  const said = useSaidName();
  const word = useName();
  const what = typeName ?? word('audit.target', type);
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{name === null ? what : t('audit.target-named', { what, name: said(name) })}</Typography>
      <Code>{id}</Code>
    </Flex>
  );
};
