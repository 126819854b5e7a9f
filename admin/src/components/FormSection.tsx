import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface FormSectionProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
  readonly submit: { readonly label: string; readonly isLoading: boolean; onSubmit(): Promise<void> };
}

/** A form that stands on a page by itself, with what it is for and one button. */
export const FormSection = ({ title, intro, children, submit: { label, isLoading, onSubmit } }: FormSectionProps) => {
  const heading = useId();
  return (
    <Box tag="section" aria-labelledby={heading} background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <div>
          <Typography id={heading} variant="delta" tag="h2">
            {title}
          </Typography>
          <Typography textColor="neutral600">{intro}</Typography>
        </div>
        {children}
        <Flex justifyContent="flex-end">
          <Button loading={isLoading} onClick={() => void onSubmit()}>
            {label}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
