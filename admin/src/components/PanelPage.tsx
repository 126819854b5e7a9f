import { Box, LinkButton } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRight } from '../hooks/useRight';
import { useText } from '../hooks/useText';
import { PAGE_PERMISSIONS } from '../permissions';

interface PanelPageProps {
  readonly page: keyof typeof PAGE_PERMISSIONS;
  readonly title: string;
  readonly subtitle: string;
  readonly primaryAction?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of each page. Its children are mounted, and so ask the server, only for whoever has the right. */
export const PanelPage = ({ page, title, subtitle, primaryAction, children }: PanelPageProps) => {
  const may = useRight(PAGE_PERMISSIONS[page]);
  const mayAsk = useRight(PAGE_PERMISSIONS.account);
  if (may === false && mayAsk === true) return <Page.NoPermissions action={<AskForAccess />} />;
  return (
    <Page.Protect permissions={PAGE_PERMISSIONS[page]}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header title={title} subtitle={subtitle} primaryAction={primaryAction} />
        <Layouts.Content>
          <Box paddingBottom={8}>{children}</Box>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
};

/** Whoever is kept out asks for more where he asks for everything. */
const AskForAccess = () => {
  const t = useText();
  return (
    <LinkButton tag={Link} to="/plugins/roster/account?tab=requests" variant="secondary">
      {t('requests.ask')}
    </LinkButton>
  );
};
