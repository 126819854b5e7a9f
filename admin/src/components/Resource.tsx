import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';
import { useText } from '../hooks/useText';

interface ResourceProps<T> {
  /** What a query hook gives back. */
  readonly query: {
    readonly data?: T | undefined;
    readonly isError: boolean;
    readonly isFetching: boolean;
    refetch(): unknown;
  };
  isEmpty(data: T): boolean;
  /** Why there is nothing, and what to do about it. */
  readonly empty: { readonly content: string; readonly action?: ReactNode };
  children(data: T): ReactNode;
}

/** What was asked of the server in its four states: on the way, failed, empty, there. */
export const Resource = <T,>({ query, isEmpty, empty, children }: ResourceProps<T>) => {
  const t = useText();
  const { data, isError, isFetching, refetch } = query;

  if (isError) {
    const retry = (
      <Button variant="secondary" startIcon={<ArrowClockwise />} loading={isFetching} onClick={() => void refetch()}>
        {t('state.retry')}
      </Button>
    );
    return (
      <Box role="alert">
        <EmptyStateLayout icon={<WarningCircle width="4.8rem" height="4.8rem" fill="danger600" />} content={t('state.error')} action={retry} />
      </Box>
    );
  }
  if (data === undefined) {
    return (
      <Flex justifyContent="center" padding={11} aria-busy>
        <Loader>{t('state.loading')}</Loader>
      </Flex>
    );
  }
  if (isEmpty(data)) return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={empty.content} action={empty.action} />;
  return children(data);
};
