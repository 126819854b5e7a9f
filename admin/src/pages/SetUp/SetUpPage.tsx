import { Flex } from '@strapi/design-system';
import type { ComponentType } from 'react';
import type { SetUp } from '../../../../contracts/http-set-up';
import { PanelPage } from '../../components/PanelPage';
import { Resource } from '../../components/Resource';
import { useSetUp } from '../../features/set-up/api';
import { ChecksStep } from '../../features/set-up/ChecksStep';
import { EnforceStep } from '../../features/set-up/EnforceStep';
import { OwnersStep } from '../../features/set-up/OwnersStep';
import { PeopleStep } from '../../features/set-up/PeopleStep';
import { RestartNotice } from '../../features/set-up/RestartNotice';
import { RolesStep } from '../../features/set-up/RolesStep';
import { StepList } from '../../features/set-up/StepList';
import { doneSteps, stepOf, type Step } from '../../features/set-up/steps';
import { TypesStep } from '../../features/set-up/TypesStep';
import { WatchStep } from '../../features/set-up/WatchStep';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

const CONTENTS: Readonly<Record<Step, ComponentType<{ readonly setUp: SetUp }>>> = {
  roles: RolesStep,
  types: TypesStep,
  people: PeopleStep,
  checks: ChecksStep,
  owners: OwnersStep,
  watch: WatchStep,
  enforce: EnforceStep,
};

/** From installed to enforced, step by step, and back. */
export const SetUpPage = () => {
  const t = useText();
  return (
    <PanelPage page="security" title={t('setup.title')} subtitle={t('setup.subtitle')}>
      <Steps />
    </PanelPage>
  );
};

const Steps = () => {
  const t = useText();
  const [search] = useSearchState();
  const query = useSetUp(undefined, { refetchOnMountOrArgChange: true });
  const step = stepOf(search.get('step'));
  const Content = CONTENTS[step];
  return (
    <Resource query={query} isEmpty={({ types }: SetUp) => types.length === 0} empty={{ content: t('setup.empty') }}>
      {(setUp) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <RestartNotice setUp={setUp} />
          <Flex gap={7} alignItems="flex-start" wrap={{ initial: 'wrap', large: 'nowrap' }}>
            <StepList current={step} done={doneSteps(setUp)} />
            <Content key={step} setUp={setUp} />
          </Flex>
        </Flex>
      )}
    </Resource>
  );
};
