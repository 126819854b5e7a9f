import { Field } from '@strapi/design-system';
import styled from 'styled-components';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  /** What the browser offers first: `.csv,text/csv`. */
  readonly accept: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  onChoose(file: File | undefined): void;
}

/** The browser's own, in the colours of the panel: it names the file, and a keyboard and a screen reader know it. */
const Input = styled.input`
  width: 100%;
  padding: ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;

  &::file-selector-button {
    margin-inline-end: ${({ theme }) => theme.spaces[3]};
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    cursor: pointer;
  }
`;

/** A file of the user's, with its label, its hint and what is wrong with it. */
export const FileField = ({ name, label, accept, hint, error, onChoose }: FileFieldProps) => (
  <Field.Root name={name} id={name} width="100%" {...(error !== undefined && { error })} {...(hint !== undefined && { hint })}>
    <Field.Label>{label}</Field.Label>
    <Input
      id={name}
      name={name}
      type="file"
      accept={accept}
      aria-invalid={error !== undefined}
      aria-describedby={error === undefined ? `${name}-hint` : `${name}-error`}
      onChange={({ target: { files } }) => onChoose(files?.[0])}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
