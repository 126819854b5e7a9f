import { Flex } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { TextLink } from './TextLink';

interface BackLinkProps {
  readonly to: string;
  readonly children: string;
}

/** Up from one thing to the list that it is in. */
export const BackLink = ({ to, children }: BackLinkProps) => (
  <TextLink to={to}>
    <Flex tag="span" gap={2}>
      <ArrowLeft aria-hidden /> {children}
    </Flex>
  </TextLink>
);
