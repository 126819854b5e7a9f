import { Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import type { SetUpCheck } from '../../../../contracts/http-set-up';
import { Notice } from '../../components/Notice';
import { Resource } from '../../components/Resource';
import { useChange } from '../../hooks/useChange';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useChecks, useTestMail } from './api';
import { StepFrame } from './StepFrame';

/** What the site relies on from now on: mails, addresses and keys. */
export const ChecksStep = () => {
  const query = useChecks(undefined, { refetchOnMountOrArgChange: true });
  return (
    <StepFrame step="checks">
      <Resource query={query} isEmpty={(checks: SetUpCheck[]) => checks.length === 0} empty={{ content: '' }}>
        {(checks) => (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {checks.map((check) => (
              <Check key={check.key} check={check} />
            ))}
          </Flex>
        )}
      </Resource>
      <TestMail />
    </StepFrame>
  );
};

const Check = ({ check: { key, isGood } }: { readonly check: SetUpCheck }) => {
  const t = useText();
  const Icon = isGood ? CheckCircle : WarningCircle;
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      <Icon role="img" aria-label={t(isGood ? 'setup.checks.good' : 'setup.checks.bad')} fill={isGood ? 'success700' : 'warning700'} style={{ flexShrink: 0, marginBlockStart: '0.2rem' }} />
      <div>
        <Typography tag="p" fontWeight="semiBold">
          {t(`setup.checks.${key}`)}
        </Typography>
        {!isGood && (
          <Typography tag="p" textColor="neutral600">
            {t(`setup.checks.${key}.hint`)}
          </Typography>
        )}
      </div>
    </Flex>
  );
};

const TestMail = () => {
  const t = useText();
  const change = useChange();
  const maySend = useMay('changeSecurity');
  const [send, { data, isLoading }] = useTestMail();
  if (!maySend) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Button variant="secondary" loading={isLoading} onClick={() => void change(() => send().unwrap(), undefined)}>
        {t('setup.checks.mail')}
      </Button>
      {data && !isLoading && <Notice kind={data.problem === null ? 'success' : 'danger'}>{data.problem === null ? t('setup.checks.mailed', { to: data.to }) : t('setup.checks.not-mailed', { to: data.to, problem: data.problem })}</Notice>}
    </Flex>
  );
};
