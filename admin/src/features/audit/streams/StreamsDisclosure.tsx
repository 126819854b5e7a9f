import { Disclosure } from '../../../components/Disclosure';
import { useText } from '../../../hooks/useText';
import { useStreams } from './api';
import { Streams } from './Streams';

/** The receivers of the log, behind a line that says whether one of them needs somebody. */
export const StreamsDisclosure = () => {
  const t = useText();
  const { data } = useStreams();
  const count = data?.data.filter(({ state, letters }) => state === 'failing' || letters > 0).length ?? 0;
  return (
    <Disclosure summary={count === 0 ? t('audit.streams.title') : t('audit.streams.title-failing', { count })}>
      <Streams />
    </Disclosure>
  );
};
