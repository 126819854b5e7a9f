import { Typography } from '@strapi/design-system';
import type { AuditState } from '../../../../../contracts/http-audit';
import { Remark } from '../../../components/Remark';
import { useAgo } from '../../../hooks/useAgo';
import { useText } from '../../../hooks/useText';

/** Entries wait for a second, now and then for a few. */
const PATIENCE_MS = 60_000;

const isSlow = ({ waiting, sealedAt }: AuditState['data']): boolean => waiting > 0 && (sealedAt === null || Date.now() - new Date(sealedAt).getTime() > PATIENCE_MS);

/** How much is sealed, since when, and what is not although it should be. */
export const SealedLine = ({ state }: { readonly state: AuditState['data'] }) => {
  const t = useText();
  const ago = useAgo();
  const { size, waiting, sealedAt } = state;
  return (
    <>
      <Typography tag="p">{sealedAt === null ? t('audit.state.unsealed') : t('audit.state.sealed', { count: size, ago: ago(sealedAt) })}</Typography>
      {isSlow(state) && <Remark kind="warning">{t('audit.state.waiting', { count: waiting })}</Remark>}
    </>
  );
};
