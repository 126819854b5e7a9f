import { Flex, Typography } from '@strapi/design-system';
import type { MemberInfo } from '../../../../contracts/http-members';
import type { ChangedMember } from '../../../../contracts/http-remaining';
import { ReadDialog } from '../../components/ReadDialog';
import { Remark } from '../../components/Remark';
import { useRefusalText } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';

interface BulkOutcomeProps {
  readonly outcome: readonly ChangedMember[];
  /** As they were when it was asked for. */
  readonly members: readonly MemberInfo[];
  onClose(): void;
}

/** How many are changed, and who is not and why. */
export const BulkOutcome = ({ outcome, members, onClose }: BulkOutcomeProps) => {
  const t = useText();
  const why = useRefusalText();
  const refused = outcome.flatMap(({ documentId, refused: refusal }) => (refusal === null ? [] : [{ documentId, code: refusal.code }]));
  const nameOf = (documentId: string): string => members.find((member) => member.documentId === documentId)?.name ?? documentId;
  return (
    <ReadDialog title={t('members.bulk-outcome')} onClose={onClose}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography>{t('members.bulk-changed', { count: outcome.length - refused.length })}</Typography>
        {refused.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="flex-start" gap={2} aria-label={t('members.bulk-refused')}>
            {refused.map(({ documentId, code }) => (
              <li key={documentId}>
                <Remark kind="danger">{`${nameOf(documentId)}: ${why({ code, path: undefined, record: undefined, message: undefined })}`}</Remark>
              </li>
            ))}
          </Flex>
        )}
      </Flex>
    </ReadDialog>
  );
};
