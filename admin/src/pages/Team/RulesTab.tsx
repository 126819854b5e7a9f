import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { RuleInfo, RuleType } from '../../../../contracts/http-rules';
import { BackLink } from '../../components/BackLink';
import { Notice } from '../../components/Notice';
import { Resource } from '../../components/Resource';
import { useRules } from '../../features/assignment/api';
import { DryRun } from '../../features/assignment/DryRun';
import { OwningType } from '../../features/assignment/OwningType';
import { RuleEditor } from '../../features/assignment/RuleEditor';
import { RulesTable } from '../../features/assignment/RulesTable';
import { useMay } from '../../hooks/useMay';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

/** Who gets a record, by rules: the list of them, or one of them to edit. */
export const RulesTab = () => <OwningType>{(type, choice) => <Rules key={type.type} type={type} choice={choice} />}</OwningType>;

interface RulesProps {
  readonly type: RuleType;
  readonly choice: ReactNode;
}

const Rules = ({ type, choice }: RulesProps) => {
  const t = useText();
  const mayChange = useMay('changeTeam');
  const [search, setSearch] = useSearchState();
  const query = useRules(type.type, { refetchOnMountOrArgChange: true });
  const edited = mayChange ? search.get('rule') : null;
  const list = `?tab=rules&type=${encodeURIComponent(type.type)}`;
  const linkTo = (rule: string) => `${list}&rule=${encodeURIComponent(rule)}`;
  const create = mayChange && (
    <LinkButton tag={Link} to={linkTo('new')} startIcon={<Plus />}>
      {t('rules.create')}
    </LinkButton>
  );
  if (edited !== null) return <Edited type={type} documentId={edited} backTo={list} onDone={() => setSearch({ rule: undefined })} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {choice}
      <Resource query={query} isEmpty={(rules: RuleInfo[]) => rules.length === 0} empty={{ content: t('rules.empty'), action: create }}>
        {(rules) => (
          <>
            <Flex justifyContent="space-between" gap={4} wrap="wrap">
              <Typography textColor="neutral600">{t('rules.first-match')}</Typography>
              {create}
            </Flex>
            <RulesTable type={type} rules={rules} mayChange={mayChange} linkTo={linkTo} />
            {mayChange && <DryRun type={type} />}
          </>
        )}
      </Resource>
    </Flex>
  );
};

interface EditedProps {
  readonly type: RuleType;
  /** Or `new`. */
  readonly documentId: string;
  readonly backTo: string;
  onDone(): void;
}

const Edited = ({ type, documentId, backTo, onDone }: EditedProps) => {
  const t = useText();
  const query = useRules(type.type);
  const gone = <Notice kind="warning" action={<BackLink to={backTo}>{t('rules.back')}</BackLink>}>{t('error.NOT_FOUND')}</Notice>;
  return (
    <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
      {(rules: RuleInfo[]) => {
        const rule = rules.find((one) => one.documentId === documentId);
        return rule || documentId === 'new' ? <RuleEditor key={documentId} type={type} rule={rule} backTo={backTo} onDone={onDone} /> : gone;
      }}
    </Resource>
  );
};
