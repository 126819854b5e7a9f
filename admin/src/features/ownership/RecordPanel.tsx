import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';
import { useTeammate } from './me';

interface PanelContext {
  /** uid of the type in the editor. */
  readonly model: string;
  /** Nothing for a record that has not been saved. */
  readonly documentId?: string;
}

// The entry of the plugin holds this: its texts, and all else, come with the first record that is opened.
const RecordLines = lazy(() => import('./RecordLines').then((module) => ({ default: module.RecordLines })));

/** The editor's side panel of a governed record: who owns it, why one sees it, its history. Ungoverned types have none. */
export const RecordPanel = ({ model, documentId }: PanelContext) => {
  const { formatMessage } = useIntl();
  const me = useTeammate();
  if (!me?.types[model] || documentId === undefined) return null;
  return {
    title: formatMessage({ id: `${PLUGIN_ID}.record.title`, defaultMessage: 'Access' }),
    content: (
      <Suspense fallback={null}>
        <RecordLines record={{ type: model, documentId }} types={me.types} />
      </Suspense>
    ),
  };
};
