import { Typography } from '@strapi/design-system';
import { TextLink } from '../../components/TextLink';
import { refusalOf } from '../../hooks/refusal';
import { useText, type TextKey } from '../../hooks/useText';
import { Sheet } from './Sheet';

interface RefusedProps {
  readonly title: string;
  readonly error: unknown;
  /** What a code means here. */
  readonly words: Readonly<Record<string, TextKey>>;
}

/** A link that opens nothing: why, and what to do. */
export const Refused = ({ title, error, words }: RefusedProps) => {
  const t = useText();
  return (
    <Sheet title={title}>
      <Typography role="alert">{t(words[refusalOf(error).code ?? ''] ?? 'join.unreachable')}</Typography>
      <TextLink to="/auth/login">{t('join.sign-in')}</TextLink>
    </Sheet>
  );
};
