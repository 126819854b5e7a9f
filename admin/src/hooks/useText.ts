import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { humanize } from '../humanize';
import { PLUGIN_ID } from '../plugin-id';
import en from '../translations/en.json';

export type TextKey = keyof typeof en;

type Values = Readonly<Record<string, PrimitiveType>>;

/** Speaks the panel's language. The English catalogue is also the default of every text, so that none can miss one. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: TextKey, values?: Values): string => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values),
    [formatMessage],
  );
};

type Catalogue = 'who' | 'feature' | 'action' | 'scope' | 'kind' | 'doors' | 'audit.action' | 'audit.outcome' | 'audit.target' | 'audit.fault' | 'audit.door' | 'audit.personal' | 'audit.detail' | 'history.source' | 'history.by';

/**
 * Names what is an open list: features, actions and the like. What a site has added is named after
 * its key, unless the site translates `roster.feature.<key>` itself.
 */
export const useName = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (catalogue: Catalogue, key: string): string => {
      const id = `${catalogue}.${key}`;
      const known = (en as Readonly<Record<string, string>>)[id];
      return formatMessage({ id: `${PLUGIN_ID}.${id}`, defaultMessage: known ?? humanize(key) });
    },
    [formatMessage],
  );
};
