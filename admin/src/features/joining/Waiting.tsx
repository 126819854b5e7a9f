import { Flex, Loader } from '@strapi/design-system';
import { useText } from '../../hooks/useText';
import { Sheet } from './Sheet';

/** A page of its own while the server is asked what a link is for. */
export const Waiting = ({ title }: { readonly title: string }) => {
  const t = useText();
  return (
    <Sheet title={title}>
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{t('state.loading')}</Loader>
      </Flex>
    </Sheet>
  );
};
