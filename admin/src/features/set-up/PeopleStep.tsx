import { Button, Checkbox, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { HostRoleInfo, SetUp } from '../../../../contracts/http-set-up';
import { Notice } from '../../components/Notice';
import { Resource } from '../../components/Resource';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { Progress } from '../rebalance/Progress';
import { useSiteRoles } from './api';
import { SiteRolesTable } from './SiteRolesTable';
import { StepFrame } from './StepFrame';
import { useAdopting } from './useAdopting';

/** Those who use the site already become members of the team. */
export const PeopleStep = ({ setUp }: { readonly setUp: SetUp }) => {
  const t = useText();
  const query = useSiteRoles(undefined, { refetchOnMountOrArgChange: true });
  return (
    <StepFrame step="people">
      <Notice kind="info">{t('setup.people.members', { count: setUp.members })}</Notice>
      <Resource query={query} isEmpty={(roles: HostRoleInfo[]) => roles.every(({ users }) => users === 0)} empty={{ content: t('setup.people.empty') }}>
        {(roles) => <Adopting roles={roles.filter(({ users }) => users > 0)} />}
      </Resource>
    </StepFrame>
  );
};

const idOf = ({ door, key }: HostRoleInfo): string => `${door} ${key}`;

const Adopting = ({ roles }: { readonly roles: readonly HostRoleInfo[] }) => {
  const t = useText();
  const mayAdopt = useMay('changeSecurity');
  const { run, isRunning, result } = useAdopting();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(roles.flatMap((role) => (role.guess === null ? [] : [[idOf(role), role.guess]]))));
  const [linkByEmail, setLink] = useState(false);
  const wanted = roles.filter((role) => chosen[idOf(role)] !== undefined);
  const people = wanted.reduce((sum, { free }) => sum + free, 0);

  const start = () =>
    run(
      (['panel', 'api'] as const).flatMap((door) => {
        const list = wanted.filter((role) => role.door === door).map((role) => ({ key: role.key, role: chosen[idOf(role)] ?? '' }));
        return list.length === 0 ? [] : [{ door, roles: list, linkByEmail }];
      }),
    );

  const handled = result ? result.created + result.linked + result.skipped : 0;
  return (
    <>
      <SiteRolesTable roles={roles} chosen={chosen} idOf={idOf} onChoose={setChosen} />
      <Checkbox checked={linkByEmail} onCheckedChange={(checked) => setLink(checked === true)}>
        {t('setup.people.link')}
      </Checkbox>
      {isRunning && <Progress label={t('setup.people.progress')} value={Math.min(100, Math.round((100 * handled) / Math.max(people + handled, 1)))} />}
      {result && !isRunning && (
        <Notice kind={result.skipped > 0 ? 'warning' : 'success'}>
          {t('setup.people.result', { ...result })} {result.skipped > 0 && t('setup.people.skipped', { ...result })}
        </Notice>
      )}
      {mayAdopt && (
        <Flex justifyContent="flex-end">
          <Button loading={isRunning} disabled={people === 0} onClick={() => void start()}>
            {t('setup.people.adopt', { count: people })}
          </Button>
        </Flex>
      )}
    </>
  );
};
