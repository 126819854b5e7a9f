import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Face } from '../../components/Avatar';
import { FileField } from '../../components/FileField';
import { useText } from '../../hooks/useText';
import { squareOf } from './picture-file';

interface PictureFieldProps {
  /** Of whom it is. */
  readonly name: string;
  /** A `data:` address. */
  readonly value: string | null;
  onChange(picture: string | null): void;
}

const ACCEPT = 'image/png,image/jpeg,image/webp';

/** What somebody looks like: chosen from a file, and shown as others will see it. */
export const PictureField = ({ name, value, onChange }: PictureFieldProps) => {
  const t = useText();
  const [error, setError] = useState<string>();
  const choose = async (file: File | undefined) => {
    setError(undefined);
    if (!file) return;
    try {
      onChange(await squareOf(file));
    } catch {
      setError(t('account.picture-wrong'));
    }
  };
  return (
    <Flex gap={5} alignItems="center" wrap="wrap">
      <Face picture={value} name={name} size={7.2} />
      <Flex flex="1" direction="column" alignItems="stretch" gap={2} minWidth="24rem">
        <FileField name="picture" label={t('account.picture')} accept={ACCEPT} hint={t('account.picture-hint')} error={error} onChoose={(file) => void choose(file)} />
      </Flex>
      {value !== null && (
        <Button variant="tertiary" onClick={() => onChange(null)}>
          {t('account.picture-remove')}
        </Button>
      )}
    </Flex>
  );
};
