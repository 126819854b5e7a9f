import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Book, Briefcase, CheckCircle, Link, PinMap, User } from '@strapi/icons';
import { useName } from '../../hooks/useText';
import type { Scope } from '../../../../contracts/scopes';

const SYMBOLS = { own: User, book: Book, shared: Link, territory: PinMap, project: Briefcase, all: CheckCircle } as const;

const symbolOf = (scope: string) => (SYMBOLS as Partial<Record<string, (typeof SYMBOLS)[Exclude<Scope, 'none'>]>>)[scope];

/** How far a permission reaches: a symbol for the eye that runs over many cells, and its name. */
export const ScopeMark = ({ scope }: { readonly scope: string }) => {
  const name = useName();
  if (scope === 'none') {
    return (
      <>
        <Typography textColor="neutral500" aria-hidden>
          –
        </Typography>
        <VisuallyHidden>{name('scope', scope)}</VisuallyHidden>
      </>
    );
  }
  const Symbol = symbolOf(scope);
  const color = scope === 'all' ? 'success600' : 'primary600';
  return (
    <Flex tag="span" gap={1} inline style={{ verticalAlign: 'middle' }}>
      {Symbol && <Symbol aria-hidden width="1.4rem" height="1.4rem" fill={color} />}
      <Typography textColor={color}>{name('scope', scope)}</Typography>
    </Flex>
  );
};
